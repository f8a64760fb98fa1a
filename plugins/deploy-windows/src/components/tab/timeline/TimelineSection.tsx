import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { AskedSection } from '../AskedSection';
import { useTab } from '../TabContext';
import { useTabAsked } from '../useTabAsked';
import { useTabParameters } from '../useTabParameters';
import { reader } from '../../../time/reader';
import { LevelBars } from './LevelBars';
import { Timeline } from './Timeline';
import { TimelineTable } from './TimelineTable';

/** When it is open, closed, frozen: as a picture of days, or the same as a table. */
export const TimelineSection = () => {
  const { zone, environment, at } = useTab();
  const { view, set } = useTabParameters();
  const asked = useTabAsked('timeline', (api, tab, options) =>
    api.timeline(
      { entity: tab.entityRef, environment: tab.environment, zone, locale: reader.locale },
      options,
    ),
  );
  const show = (next: 'picture' | 'table') => set('view', next === 'table' ? 'table' : undefined);
  return (
    <AskedSection
      id="timeline"
      title="Next four weeks"
      asked={asked}
      count={answer => `times in ${answer.zone}`}
      actions={
        <ToggleButtonGroup
          aria-label="Show as"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onSelectionChange={keys => show(keys.has('table') ? 'table' : 'picture')}
        >
          <ToggleButton id="picture">Picture</ToggleButton>
          <ToggleButton id="table">Table</ToggleButton>
        </ToggleButtonGroup>
      }
    >
      {answer => {
        const { segments = [], lanes = [] } =
          answer.targets.find(target => target.environment === environment) ?? {};
        return view === 'table' ? (
          <TimelineTable segments={segments} zone={answer.zone} />
        ) : (
          <>
            {lanes.length > 0 && <LevelBars answer={answer} segments={segments} lanes={lanes} />}
            <Timeline
              days={answer.days}
              segments={segments}
              at={at}
              onTable={() => show('table')}
            />
          </>
        );
      }}
    </AskedSection>
  );
};
