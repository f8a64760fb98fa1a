import { itemTitle } from 'backstage-plugin-infra-overview-common';
import { ElementLink, Muted } from '../../kit';
import { useObservedAnswer } from '../../observed/context';
import { useView } from '../../overview/context';
import { elementOf } from '../shared';
import styles from '../shared/shared.module.css';

/** What people say is not true, until the document changes: a question to its owner. Nothing where nobody says so. */
export const Disputed = () => {
  const { effective } = useView();
  const disputes = (useObservedAnswer()?.confirmations ?? []).filter(
    ({ answer, state }) => answer === 'not-true' && state === 'in-force',
  );
  if (disputes.length === 0) return null;
  return (
    <>
      <h3>Said to be not true</h3>
      <ul className={styles.items} aria-label="Said to be not true">
        {disputes.map(({ id, path, words, note }) => {
          const spoken = elementOf(effective.document, path);
          return (
            <li key={id}>
              {spoken.kind === 'element' ? (
                <ElementLink path={spoken.element.path}>
                  {itemTitle(spoken.element.item)}
                </ElementLink>
              ) : (
                path
              )}
              : {words} {note !== undefined && <Muted>{note}</Muted>}
            </li>
          );
        })}
      </ul>
    </>
  );
};
