import { useMemo } from 'react';
import { useView, ViewSection } from '../../overview/context';
import { shownItems } from '../shared';
import { ChecklistView } from './ChecklistView';

/** What standards demand, with the answers of this project. */
export const ChecklistsSection = () => {
  const { view } = useView();
  const checklists = useMemo(
    () => shownItems(view.document.checklists, 'checklists', view.origins),
    [view],
  );
  return (
    <ViewSection id="checklists">
      {checklists.map(of => (
        <ChecklistView key={of.path} of={of} />
      ))}
    </ViewSection>
  );
};
