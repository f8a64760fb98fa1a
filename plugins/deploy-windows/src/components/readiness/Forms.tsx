import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { Button } from '@backstage/ui';
import { Muted, SectionCard } from 'backstage-plugin-infra-overview-react';
import { useId, useState } from 'react';
import { Withheld } from '../../access/Withheld';
import { isOpen } from '../../lib/readiness/sortChecks';
import { AnswerDialog } from './dialogs/AnswerDialog';
import { useReadiness } from './ReadinessContext';
import styles from './Readiness.module.css';

interface Form {
  readonly name: string;
  readonly checks: readonly CheckAnswer[];
  readonly open: number;
}

/** Forms with several rows: answered together, with one signature. */
export const Forms = () => {
  const { answer, grants, owners } = useReadiness();
  const [opened, setOpened] = useState<string>();
  const why = useId();
  const forms = formsOf(answer.checks);
  if (forms.length === 0) return null;
  const form = forms.find(({ name }) => name === opened);
  const isRefused = grants.attest.state === 'refused';
  return (
    <SectionCard id="forms" title="Answered together" count={forms.length}>
      <ul className={styles.plain}>
        {forms.map(({ name, checks, open }) => (
          <li key={name} className={styles.form}>
            <span>
              {formTitle(name)} <Muted>{formWords(checks.length, open)}</Muted>
            </span>
            <Button
              size="small"
              variant="secondary"
              isDisabled={grants.attest.state !== 'granted'}
              onPress={() => setOpened(name)}
              aria-label={`Answer the form: ${formTitle(name)}`}
              {...(isRefused && { 'aria-describedby': why })}
            >
              Answer
            </Button>
          </li>
        ))}
      </ul>
      <Withheld id={why} actions={[{ label: 'Answer', grant: grants.attest }]} owners={owners} />
      {form !== undefined && (
        <AnswerDialog
          title={`Answer: ${formTitle(form.name)}`}
          checks={form.checks}
          onClose={() => setOpened(undefined)}
        />
      )}
    </SectionCard>
  );
};

/** Only forms of several rows that are asked here: one row is confirmed where it stands. */
function formsOf(checks: readonly CheckAnswer[]): readonly Form[] {
  const forms = new Map<string, CheckAnswer[]>();
  for (const check of checks) {
    if (check.form === undefined || check.attest === undefined || check.level === 'off') continue;
    forms.set(check.form, [...(forms.get(check.form) ?? []), check]);
  }
  return [...forms]
    .filter(([, rows]) => rows.length > 1)
    .map(([name, rows]) => ({ name, checks: rows, open: rows.filter(isOpen).length }));
}

/** `audit-events` reads `Audit events`. */
function formTitle(name: string): string {
  const words = name.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function formWords(rows: number, open: number): string {
  return open === 0 ? `${rows} rows, all answered` : `${rows} rows, ${open} open`;
}
