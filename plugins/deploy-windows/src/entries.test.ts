/** What the first chunk of an app gets with the plugin: entries and refs, no component, no schema, no kit. */
const HEAVY: readonly string[] = [
  'backstage-plugin-deploy-windows-common',
  'backstage-plugin-infra-overview-react',
  './components/decision/DecisionCard',
  './components/decision/NextWindowAnswer',
  './components/tab/EntityDeployContent',
  './components/fleet/DeployWindowsPage',
  './components/fleet/MyNextOpenings',
  './components/readiness/EntityReadinessContent',
  './components/readiness/ReadinessCard',
  './components/onboarding/EntityGettingStartedContent',
  './components/readinessFleet/ReadinessPage',
];

it.each([
  ['.', './index'],
  ['./alpha', './alpha/index'],
])('entry %s loads no component and no common code', (_, entry) => {
  const loaded: string[] = [];
  jest.isolateModules(() => {
    for (const heavy of HEAVY) {
      jest.doMock(heavy, () => {
        loaded.push(heavy);
        return {};
      });
    }
    require(entry);
  });
  expect(loaded).toEqual([]);
});

it('`.` has no default export, for an app looks for a plugin there too', () => {
  expect(require('./index')).not.toHaveProperty('default');
});

it('`./alpha` has the plugin as its default export', () => {
  expect(require('./alpha').default).toMatchObject({ $$type: '@backstage/FrontendPlugin' });
});
