import type { DriftFinding } from 'backstage-plugin-infra-overview-common';
import { ToneText, linkStyles } from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';
import { differs, findingTone, noteWords, statusWords } from '../../lib/describeFinding';
import { useView } from '../overview/context';
import { SayButtons } from './confirm/SayButtons';
import { useDriftWithin, useFactsAt, useLooked } from './context';
import styles from './ElementObserved.module.css';
import { FactLines } from './facts/FactLines';
import { Seen } from './Seen';
import { useDriftHref } from './useDriftHref';

export interface ElementObservedProps {
  readonly path: string;
  readonly title: string;
}

/** Of one element: what was seen, and what people say. Nothing before it is known, and a word where nobody could look. */
export const ElementObserved = ({ path, title }: ElementObservedProps) => {
  const { environment } = useView();
  const looked = useLooked();
  const drift = useDriftWithin(path, environment);
  const facts = useFactsAt(path, environment);
  if (looked.state === 'loading') return null;
  if (looked.state === 'failed') {
    return (
      <p>
        <ToneText tone="unknown">Nobody could look at what is really there.</ToneText>
      </p>
    );
  }
  return (
    <>
      {(drift.length > 0 || facts.length > 0) && (
        <>
          <h3>Observed</h3>
          <FactLines facts={facts} />
          <ul className={styles.findings}>
            {drift.map(finding => (
              <Finding key={finding.id} finding={finding} />
            ))}
          </ul>
        </>
      )}
      <h3>Is it still true?</h3>
      <SayButtons path={path} title={title} />
    </>
  );
};

function Finding({ finding }: { readonly finding: DriftFinding }) {
  const { now } = useView();
  const href = useDriftHref();
  const { title, status, words, note } = finding;
  return (
    <li>
      <ToneText tone={findingTone(finding, now)}>
        {title}: {status === 'same' ? statusWords(status) : words}
      </ToneText>{' '}
      <Seen {...finding} />
      {note !== undefined && <div>{noteWords(note, now)}</div>}
      {differs(finding) && (
        <div>
          <Link to={href} className={linkStyles.link}>
            <span className={linkStyles.text}>What to do about it</span>
          </Link>
        </div>
      )}
    </li>
  );
}
