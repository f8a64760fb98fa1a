import { type Capacity, statedBlock } from 'backstage-plugin-infra-overview-common';
import { useView, ViewSection } from '../../overview/context';
import {
  BlockFields,
  fieldColumn,
  ifStated,
  type ItemColumn,
  nameColumn,
  Sublist,
} from '../shared';

type TrafficEvent = Extract<NonNullable<Capacity['events']>, readonly unknown[]>[number];
type LoadTest = Extract<NonNullable<Capacity['loadTests']>, readonly unknown[]>[number];

const EVENTS: readonly ItemColumn<TrafficEvent>[] = [
  nameColumn('Event'),
  fieldColumn('at', 'When'),
  ifStated(fieldColumn('kind', 'Why traffic changes')),
];
const LOAD_TESTS: readonly ItemColumn<LoadTest>[] = [
  nameColumn('Load test'),
  fieldColumn('environment', 'Where'),
  fieldColumn('cadence', 'How often'),
  fieldColumn('lastRun', 'Last run'),
  ifStated(fieldColumn('covers', 'What is tried')),
  ifStated(fieldColumn('pipeline', 'Pipeline')),
];

/** Traffic that is expected, and whether it was tried. */
export const CapacitySection = () => {
  const capacity = statedBlock(useView().view.document.capacity);
  return (
    <ViewSection id="capacity">
      <BlockFields block={capacity} at="capacity" without={['events', 'loadTests']} />
      <Sublist title="Events" list={capacity?.events} at="capacity.events" columns={EVENTS} />
      <Sublist
        title="Load tests"
        list={capacity?.loadTests}
        at="capacity.loadTests"
        columns={LOAD_TESTS}
      />
    </ViewSection>
  );
};
