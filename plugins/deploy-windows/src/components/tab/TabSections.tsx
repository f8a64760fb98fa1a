import { SectionBoundary } from 'backstage-plugin-infra-overview-react';
import type { ReactElement } from 'react';
import { CalendarSection } from './calendar/CalendarSection';
import { DecisionsSection } from './decisions/DecisionsSection';
import { DeploymentsSection } from './deployments/DeploymentsSection';
import { ExemptionsSection } from './exemptions/ExemptionsSection';
import { LocksSection } from './locks/LocksSection';
import { NoticesSection } from './notices/NoticesSection';
import { OverridesSection } from './overrides/OverridesSection';
import { TimelineSection } from './timeline/TimelineSection';
import { WindowsSections } from './windows/WindowsSections';

const SECTIONS: readonly { readonly title: string; readonly element: ReactElement }[] = [
  { title: 'Next four weeks', element: <TimelineSection /> },
  { title: 'Windows', element: <WindowsSections /> },
  { title: 'Deployments', element: <DeploymentsSection /> },
  { title: 'Decisions', element: <DecisionsSection /> },
  { title: 'Notices', element: <NoticesSection /> },
  { title: 'Overrides', element: <OverridesSection /> },
  { title: 'Locks', element: <LocksSection /> },
  { title: 'Exemptions', element: <ExemptionsSection /> },
  { title: 'Calendar', element: <CalendarSection /> },
];

/** Each asks and fails by itself: a log that is away does not hide the windows. */
export const TabSections = () => (
  <>
    {SECTIONS.map(({ title, element }) => (
      <SectionBoundary key={title} title={title}>
        {element}
      </SectionBoundary>
    ))}
  </>
);
