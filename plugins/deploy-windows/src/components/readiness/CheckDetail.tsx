import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { CopyButton, Muted } from 'backstage-plugin-infra-overview-react';
import type { ReactNode } from 'react';
import { levelWords } from '../../lib/readiness/answerWords';
import { basisWords } from '../../lib/readiness/countWords';
import type { CheckActions } from '../../lib/readiness/checkActionsFor';
import { isOpen } from '../../lib/readiness/sortChecks';
import { formatDay } from '../../time/formatDay';
import { formatInstant } from '../../time/formatInstant';
import { reader } from '../../time/reader';
import { CheckActionBar } from './CheckActionBar';
import { CheckHistory } from './CheckHistory';
import { ConfirmationWords } from './ConfirmationWords';
import { Findings } from './Findings';
import { useReadiness } from './ReadinessContext';
import { RuleWords } from './RuleWords';
import { WaiverWords } from './WaiverWords';
import { YamlToAdd } from './YamlToAdd';
import styles from './Readiness.module.css';

export interface CheckDetailProps {
  readonly check: CheckAnswer;
  readonly actions: CheckActions;
}

/** Everything behind a row. */
export const CheckDetail = ({ check, actions }: CheckDetailProps) => {
  const { answer } = useReadiness();
  const { attest, confirmation, waiver, waiting, fix, underlying } = check;
  return (
    <div className={styles.detail}>
      <dl className={styles.list}>
        <Item label="Why it is asked">{check.why}</Item>
        {check.place !== undefined && <Item label="Where it is asked">{check.place}</Item>}
        <Item label="How strongly">
          {levelWords(check.level)}: {check.levelBecause} <Muted>({basisWords(check.basis)})</Muted>
          {check.becomes !== undefined && <div>It {check.becomes.words}.</div>}
        </Item>
        <Item label="Now">
          {check.statusWords}: {check.because}
          {underlying !== undefined && <div>Without the waiver: {underlying.words}</div>}
        </Item>
        {check.ruleWords.length > 0 && (
          <Item label="What is asked">
            <RuleWords lines={check.ruleWords} />
          </Item>
        )}
        {check.findings.length > 0 && (
          <Item label="What was found">
            <Findings findings={check.findings} />
          </Item>
        )}
        {check.since !== undefined && (
          <Item label="Since">
            {formatInstant(check.since)} ({reader.zone})
          </Item>
        )}
        {check.until !== undefined && <Item label="Until">{formatDay(check.until)}</Item>}
        {attest !== undefined && (
          <Item label="What is confirmed">
            {attest.statement} <Muted>By: {attest.byWords}.</Muted>
          </Item>
        )}
        {confirmation !== undefined && (
          <Item label="Confirmation">
            <ConfirmationWords confirmation={confirmation} today={attest?.boundTo} />
          </Item>
        )}
        {waiver !== undefined && (
          <Item label="Waiver">
            <WaiverWords waiver={waiver} />
          </Item>
        )}
        {waiting.map(asked => (
          <Item key={asked.id} label="Asked for">
            <WaiverWords waiver={asked} />
          </Item>
        ))}
        <Item label="Who may waive it">{check.approvers}</Item>
      </dl>
      {fix !== undefined && isOpen(check) && (
        <>
          <strong>Lines to add at {fix.at}</strong>
          <YamlToAdd
            label={`Lines to add: ${check.title}`}
            yaml={fix.yaml}
            href={answer.sourceUrl}
          />
        </>
      )}
      <CheckActionBar check={check} actions={actions} />
      <CheckHistory check={check} />
      <div className={styles.buttons}>
        <CopyButton label="Copy link" text={() => window.location.href} />
        <Muted>
          {check.id}, version {check.version}, {check.pack}
        </Muted>
      </div>
    </div>
  );
};

function Item({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
