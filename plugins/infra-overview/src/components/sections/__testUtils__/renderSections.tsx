import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { Overview, SectionId } from 'backstage-plugin-infra-overview-common';
import { NOW } from '../../../__testUtils__/anOverview';
import { ViewProvider } from '../../overview/context';
import { SECTIONS } from '../index';

/** Sections of an overview without the page around them; all of them when none is named. `at` is a query: '?environment=ci'. */
export function renderSections(overview: Overview, ids?: readonly SectionId[], at: string = '') {
  const { effective } = overview;
  if (effective === undefined) throw new Error('nothing to draw: the overview has no document');
  const drawn = Object.entries(SECTIONS).filter(
    ([id]) => ids === undefined || ids.includes(id as SectionId),
  );
  return renderInTestApp(
    <ViewProvider overview={overview} effective={effective} now={NOW}>
      {drawn.map(([id, Section]) => (
        <Section key={id} />
      ))}
    </ViewProvider>,
    {
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
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
