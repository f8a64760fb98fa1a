import { itemTitle, type ObservedFact } from 'backstage-plugin-infra-overview-common';
import { ToneText } from 'backstage-plugin-infra-overview-react';
import { ElementLink } from '../../kit/ElementLink';
import { useView } from '../../overview/context';
import { elementOf } from '../../sections/shared/elementOf';
import { Seen } from '../Seen';
import styles from '../ElementObserved.module.css';

export interface ObservedFactsProps {
  readonly facts: readonly ObservedFact[];
}

/** Below a table: what a source saw of its rows, each with its element, its date and who saw it. */
export const ObservedFacts = ({ facts }: ObservedFactsProps) => {
  if (facts.length === 0) return null;
  return (
    <>
      <h3>Observed</h3>
      <ul className={styles.findings}>
        {facts.map(fact => (
          <li key={`${fact.path} ${fact.environment} ${fact.kind} ${fact.source}`}>
            <About path={fact.path} />: <ToneText tone={fact.tone}>{fact.words}</ToneText>{' '}
            <Seen {...fact} />
          </li>
        ))}
      </ul>
    </>
  );
};

function About({ path }: { readonly path: string }) {
  const { effective } = useView();
  const spoken = elementOf(effective.document, path);
  if (spoken.kind !== 'element') return <>{path}</>;
  return <ElementLink path={spoken.element.path}>{itemTitle(spoken.element.item)}</ElementLink>;
}
