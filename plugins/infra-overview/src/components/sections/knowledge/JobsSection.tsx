import type { Job } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import {
  detailsColumn,
  fieldColumn,
  ItemTable,
  nameColumn,
  Reference,
  wordsColumn,
  type ItemColumn,
} from '../shared';

const COLUMNS: readonly ItemColumn<Job>[] = [
  nameColumn('Job'),
  {
    ...fieldColumn<Job>('schedule', 'When'),
    cell: of =>
      fieldColumn<Job>(
        of.item.schedule === undefined && of.item.trigger !== undefined ? 'trigger' : 'schedule',
        'When',
      ).cell(of),
  },
  wordsColumn(
    'runner',
    'Run by',
    ({ runner }) =>
      runner !== undefined && <Reference to={['processes', 'addons']} id={runner} orElse="words" />,
  ),
  detailsColumn('Also', ['condition', 'command']),
];

/** Work that runs by itself. */
export const JobsSection = () => (
  <ViewSection id="jobs">
    <ItemTable caption="Jobs" list={useView().view.document.jobs} at="jobs" columns={COLUMNS} />
  </ViewSection>
);
