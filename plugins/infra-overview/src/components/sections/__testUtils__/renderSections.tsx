import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { InfraOverviewApi, Overview, SectionId } from 'backstage-plugin-infra-overview-common';
import { NOW } from '../../../__testUtils__/anOverview';
import { fakeApi } from '../../../__testUtils__/fakeApi';
import { infraOverviewApiRef } from '../../../api';
import { ObservedProvider } from '../../observed/context';
import { ViewProvider } from '../../overview/context';
import { SECTIONS } from '../index';

/**
 * Sections of an overview without the page around them; all of them when none is named. `at` is a query: '?environment=ci'.
 * Without `api` nobody asks what is really there.
 */
export function renderSections(
  overview: Overview,
  ids?: readonly SectionId[],
  at: string = '',
  api?: Partial<InfraOverviewApi>,
) {
  const { effective } = overview;
  if (effective === undefined) throw new Error('nothing to draw: the overview has no document');
  const drawn = Object.entries(SECTIONS).filter(
    ([id]) => ids === undefined || ids.includes(id as SectionId),
  );
  const sections = (
    <ViewProvider overview={overview} effective={effective} now={NOW}>
      {drawn.map(([id, Section]) => (
        <Section key={id} />
      ))}
    </ViewProvider>
  );
  return renderInTestApp(
    api === undefined ? (
      sections
    ) : (
      <ObservedProvider entityRef={overview.entity.ref}>{sections}</ObservedProvider>
    ),
    {
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [[infraOverviewApiRef, fakeApi(async () => overview, api)]],
    },
  );
}

/** Fact paths of all elements that links on the screen open. */
export function linkedPaths(): readonly string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="element="]')];
  return links.flatMap(
    link => new URL(link.href, 'http://localhost').searchParams.get('element') ?? [],
  );
}
