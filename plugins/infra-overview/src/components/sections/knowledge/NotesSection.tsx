import { useMemo } from 'react';
import { useView, ViewSection } from '../../overview/context';
import { Entry } from '../risks/Entry';
import { shownItems } from '../shared';
import styles from '../shared/shared.module.css';

/** What no other section can hold. */
export const NotesSection = () => {
  const { view } = useView();
  const notes = useMemo(() => shownItems(view.document.notes, 'notes', view.origins), [view]);
  return (
    <ViewSection id="notes">
      <ul className={styles.items} aria-label="Notes">
        {notes.map(of => (
          <Entry key={of.path} of={of} fields={['text']} />
        ))}
      </ul>
    </ViewSection>
  );
};
