import { reader } from '../../../time/reader';
import { AskedSection } from '../AskedSection';
import { useTabAsked } from '../useTabAsked';
import { AddWindow } from './AddWindow';
import { PolicySummary } from './PolicySummary';
import { WindowTable } from './WindowTable';

/** What is declared, at every level, and what follows besides: one answer, two sections. */
export const WindowsSections = () => {
  const asked = useTabAsked('windows', (api, { entityRef, environment }, options) =>
    api.windows(
      { entity: entityRef, environment, zone: reader.zone, locale: reader.locale },
      options,
    ),
  );
  return (
    <>
      <AskedSection
        id="windows"
        title="Windows"
        asked={asked}
        count={({ windows }) => windows.length}
        actions={<AddWindow />}
      >
        {answer => <WindowTable answer={answer} />}
      </AskedSection>
      <AskedSection id="policy" title="Policy" asked={asked} depth="folded">
        {answer => <PolicySummary answer={answer} />}
      </AskedSection>
    </>
  );
};
