import {
  type Backup,
  describeDuration,
  describeRestoreTest,
  type RestoreTest,
  statedBlock,
  type Tone,
} from 'backstage-plugin-infra-overview-common';
import { OutsideLink, ToneText } from '../kit';
import { ObservedFacts } from '../observed/facts/ObservedFacts';
import { useFacts } from '../observed/facts/useFacts';
import { useView, ViewSection } from '../overview/context';
import {
  detailsColumn,
  fieldColumn,
  ItemName,
  ItemTable,
  Reference,
  wordsColumn,
  type ItemColumn,
} from './shared';

const DETAILS = detailsColumn<Backup>('Also', ['location', 'offsite']);
const FREQUENCY = fieldColumn<Backup>('frequency', 'How often');

const COLUMNS: readonly ItemColumn<Backup>[] = [
  { id: 'name', label: 'Backup', cell: of => <ItemName of={of} />, sortValue: of => of.title },
  wordsColumn(
    'of',
    'Of what',
    ({ of }) => of !== undefined && <Reference to={['addons']} id={of} />,
  ),
  wordsColumn('method', 'How', ({ method }) => (method === 'none' ? 'no backup' : undefined)),
  {
    ...FREQUENCY,
    // A continuous backup has no rhythm, and data without a backup has neither.
    cell: of =>
      of.item.frequency === undefined &&
      (of.item.method === 'continuous' || of.item.method === 'none')
        ? '–'
        : FREQUENCY.cell(of),
  },
  fieldColumn('retention', 'Kept for'),
  wordsColumn('pitr', 'Any moment of', ({ pitr }) => {
    const stated = statedBlock(pitr);
    return stated && `the last ${describeDuration(stated.window)}`;
  }),
  wordsColumn(
    'lastRestoreTest',
    'Last restore test',
    ({ lastRestoreTest: test }) =>
      test && <ToneText tone={toneOf(test)}>{describeRestoreTest(test)}</ToneText>,
  ),
  wordsColumn(
    'procedure',
    'How to restore',
    ({ procedure }) => procedure !== undefined && <Reference to={['procedures']} id={procedure} />,
  ),
  {
    ...DETAILS,
    isSilent: of => of.item.pipeline === undefined && DETAILS.isSilent?.(of) === true,
    cell: of => (
      <>
        {DETAILS.cell(of)}
        {of.item.pipeline !== undefined && (
          <div>
            <OutsideLink href={of.item.pipeline}>restore test that runs by itself</OutsideLink>
          </div>
        )}
      </>
    ),
  },
];

/** What is kept of the data, and when that was last proven. */
export const BackupsSection = () => {
  const { view, environment } = useView();
  const facts = useFacts(['last-backup', 'last-restore', 'restores-to'], environment);
  return (
    <ViewSection id="backups">
      <ItemTable caption="Backups" list={view.document.backups} at="backups" columns={COLUMNS} />
      <ObservedFacts facts={facts} />
    </ViewSection>
  );
};

function toneOf({ status }: RestoreTest): Tone {
  switch (status) {
    case 'passed':
      return 'good';
    case 'failed':
    case 'never':
      return 'bad';
    default:
      throw new Error(status satisfies never);
  }
}
