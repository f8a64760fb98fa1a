import { freshnessOfDocument, toMarkdown, type Role } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { ChipChoice, CopyButton, FreshnessChip } from '../kit';
import { ConfirmProject } from '../observed/confirm/ConfirmProject';
import { useObservedAnswer } from '../observed/context';
import { DriftCount } from '../observed/DriftCount';
import { freshnessOfPage } from '../observed/freshness';
import { useView } from './context';
import { ProblemCount } from './ProblemCount';
import styles from './HeaderStrip.module.css';

const ROLES: readonly { readonly value: Role; readonly label: string }[] = [
  { value: 'engineer', label: 'Engineer' },
  { value: 'newcomer', label: 'Newcomer' },
  { value: 'manager', label: 'Manager' },
];

/** Which environment, for whom, how old, and what is wrong with the document. */
export const HeaderStrip = () => {
  const { overview, effective, environments, environment, setEnvironment, role, setRole, now } =
    useView();
  const answer = useObservedAnswer();
  const freshness = useMemo(() => {
    const document = freshnessOfDocument(effective, now);
    return answer === undefined ? document : freshnessOfPage(document, answer, now);
  }, [effective, answer, now]);
  return (
    <div className={styles.strip} role="group" aria-label="View">
      {environments.length > 0 && (
        <div className={styles.environments}>
          <ChipChoice
            label="Environment"
            choices={environments.map(name => ({ value: name, label: name }))}
            value={environment}
            onChange={setEnvironment}
          />
        </div>
      )}
      <div className={styles.roles}>
        <ChipChoice
          label="Show first what matters to"
          choices={ROLES}
          value={role}
          onChange={value =>
            setRole(ROLES.find(choice => choice.value === value)?.value ?? 'engineer')
          }
        />
      </div>
      <div className={styles.state}>
        <FreshnessChip freshness={freshness} />
        <DriftCount />
        <ProblemCount />
      </div>
      <ConfirmProject />
      <div className={styles.tools} title="Copy as Markdown">
        <CopyButton label="Copy as Markdown" text={() => toMarkdown(overview, environment, now)} />
      </div>
    </div>
  );
};
