import { createExtensionTester, mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import {
  EntityDeployContent,
  EntityGettingStartedContent,
  EntityMayIDeployCard,
  EntityReadinessCard,
  EntityReadinessContent,
  NextWindowAnswer,
  deployWindowsApiRef,
  readinessApiRef,
} from '.';
import { aDecision } from './__testUtils__/aDecision';
import { aSubject, someVerdicts } from './__testUtils__/aReadiness';
import { aTimeline } from './__testUtils__/aTimeline';
import { someWindows } from './__testUtils__/aWindow';
import { fakeApi, fakeReadinessApi } from './__testUtils__/fakeApi';
import { NOIPM } from './__testUtils__/renderEntity';
import deployWindowsPlugin from './alpha';

const api = fakeApi({
  decisions: async () => ({
    results: [{ entity: 'system:default/noipm', environment: 'production', decision: aDecision() }],
  }),
  timeline: async () => aTimeline(),
  windows: async () => someWindows(),
});
const readiness = fakeReadinessApi({
  subject: async () => aSubject(),
  verdicts: async () => someVerdicts(),
  onboarding: async () => ({
    entityRef: 'system:default/noipm',
    title: 'NOIPM',
    role: 'newcomer',
    sections: [],
    gaps: 0,
  }),
});
const verdict = () => screen.findByRole('region', { name: 'Is it ready?' });
const sentence = () => screen.findByText(/Tell them now and you may start Wed 25 Nov, 11:00/);
const nextWindow = () =>
  screen.findByRole('link', { name: /production opens Tue 1 Dec, 09:00 \(America\/Chicago\)/ });

describe('the legacy frontend system', () => {
  const renderLegacy = (element: ReactElement) =>
    renderInTestApp(
      <TestApiProvider
        apis={[
          [deployWindowsApiRef, api],
          [readinessApiRef, readiness],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={NOIPM}>
          <Routes>
            <Route path="/deploy-windows" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/deploy-windows'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );

  it('draws the tab', async () => {
    await renderLegacy(<EntityDeployContent />);
    expect(await sentence()).toBeInTheDocument();
    expect(await screen.findByRole('grid')).toBeInTheDocument();
  });

  it('draws the card', async () => {
    await renderLegacy(<EntityMayIDeployCard />);
    expect(await sentence()).toBeInTheDocument();
  });

  it('draws readiness', async () => {
    await renderLegacy(<EntityReadinessContent />);
    expect(await verdict()).toBeInTheDocument();
  });

  it('draws readiness as a card', async () => {
    await renderLegacy(<EntityReadinessCard />);
    expect(
      await screen.findByRole('link', { name: /^Not ready for production/ }),
    ).toBeInTheDocument();
  });

  it('draws how to get started', async () => {
    await renderLegacy(<EntityGettingStartedContent />);
    expect(
      await screen.findByRole('heading', { name: 'Getting started with NOIPM' }),
    ).toBeInTheDocument();
  });

  it('draws the next window for another page', async () => {
    await renderLegacy(<NextWindowAnswer />);
    expect(await nextWindow()).toHaveAttribute(
      'href',
      '/catalog/default/system/noipm/deploy-windows?environment=production',
    );
  });
});

describe('the new frontend system', () => {
  // The ids are lost to the types where exactOptionalPropertyTypes is on.
  const extension = (id: string) => deployWindowsPlugin.getExtension(id as never);
  const renderNew = (id: string) =>
    renderTestApp({
      extensions: [createTestEntityPage({ entity: NOIPM }), extension(id)],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [[deployWindowsApiRef, api], [readinessApiRef, readiness], mockApis.permission()],
    });

  it('draws the tab', async () => {
    renderNew('entity-content:deploy-windows/windows');
    expect(await sentence()).toBeInTheDocument();
    expect(await screen.findByRole('grid')).toBeInTheDocument();
  });

  it('draws the card', async () => {
    renderNew('entity-card:deploy-windows/may-i-deploy');
    expect(await sentence()).toBeInTheDocument();
  });

  it('draws readiness', async () => {
    renderNew('entity-content:deploy-windows/readiness');
    expect(await verdict()).toBeInTheDocument();
  });

  it('draws how to get started', async () => {
    renderNew('entity-content:deploy-windows/getting-started');
    expect(
      await screen.findByRole('heading', { name: 'Getting started with NOIPM' }),
    ).toBeInTheDocument();
  });

  it('attaches the next window to the infrastructure page, by the id of its input', () => {
    const tester = createExtensionTester(extension('deploy-windows/next-window'));
    expect(JSON.stringify(tester.snapshot())).toContain('deploy-windows/next-window');
    expect(extension('deploy-windows/next-window')).toMatchObject({
      attachTo: { id: 'entity-content:infra-overview', input: 'answers' },
    });
  });

  it('has the apis, the pages and a widget that is off', () => {
    for (const id of [
      'api:deploy-windows',
      'api:deploy-windows/readiness',
      'page:deploy-windows',
      'page:deploy-windows/readiness',
      'home-page-widget:deploy-windows/my-next-openings',
    ]) {
      expect(extension(id)).toBeDefined();
    }
    expect(extension('home-page-widget:deploy-windows/my-next-openings')).toMatchObject({
      disabled: true,
    });
  });
});
