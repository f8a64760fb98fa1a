import { dateEnd, describeDate, type Runtime } from 'backstage-plugin-infra-overview-common';
import { ToneText } from '../../kit';
import { useView, ViewSection } from '../../overview/context';
import {
  fieldColumn,
  ifStated,
  type ItemColumn,
  ItemTable,
  nameColumn,
  wordsColumn,
} from '../shared';

/** What the code runs on, and until when it gets fixes. */
export const RuntimesSection = () => {
  const { view, now } = useView();
  return (
    <ViewSection id="runtimes">
      <ItemTable
        caption="Runtimes"
        list={view.document.runtimes}
        at="runtimes"
        columns={columnsAt(now)}
      />
    </ViewSection>
  );
};

function columnsAt(now: number): readonly ItemColumn<Runtime>[] {
  return [
    nameColumn('Runtime'),
    fieldColumn('version', 'Version'),
    wordsColumn('endOfLife', 'Fixes until', ({ endOfLife }) => {
      if (endOfLife === undefined) return undefined;
      const over = (dateEnd(endOfLife) ?? Infinity) <= now;
      return over ? (
        <ToneText tone="bad">{describeDate(endOfLife)}, over</ToneText>
      ) : (
        describeDate(endOfLife)
      );
    }),
    ifStated(fieldColumn('source', 'Installed from')),
    ifStated(fieldColumn('rationale', 'Why this one')),
  ];
}
