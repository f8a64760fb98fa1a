import type { FindingAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { factText } from '../../lib/readiness/boundFacts';
import styles from './Readiness.module.css';

/** Each value a rule looked at: what was found, in words, what was wanted, and where it comes from. */
export const Findings = ({ findings }: { readonly findings: readonly FindingAnswer[] }) => (
  <ul className={styles.plain}>
    {findings.map(({ fact, code, text, wanted, path, origin }) => (
      <li key={`${fact} ${code} ${path}`}>
        {text}
        <div className={styles.soft}>
          {wanted !== undefined && !text.includes('wanted') && <>wanted: {factText(wanted)} · </>}
          {path !== undefined && (
            <>
              at <code>{path}</code> ·{' '}
            </>
          )}
          <Muted>{origin === undefined ? 'nowhere stated' : origin.words}</Muted>
        </div>
      </li>
    ))}
  </ul>
);
