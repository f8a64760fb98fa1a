/** What the first chunk of an app gets with the plugin: entries and refs, no component, no schema. */
it.each([
  ['.', './index'],
  ['./alpha', './alpha/index'],
])('entry %s loads no component and no common code', (_, entry) => {
  const loaded: string[] = [];
  jest.isolateModules(() => {
    jest.doMock('backstage-plugin-infra-overview-common', () => {
      loaded.push('backstage-plugin-infra-overview-common');
      return {};
    });
    jest.doMock('./components/overview/EntityInfraContent', () => {
      loaded.push('EntityInfraContent');
      return {};
    });
    jest.doMock('./components/overview/InfraSummaryCard', () => {
      loaded.push('InfraSummaryCard');
      return {};
    });
    jest.doMock('./components/fleet/FleetPage', () => {
      loaded.push('FleetPage');
      return {};
    });
    jest.doMock('./components/fleet/InfraSearchResultListItem', () => {
      loaded.push('InfraSearchResultListItem');
      return {};
    });
    jest.doMock('./components/kit', () => {
      loaded.push('kit');
      return {};
    });
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
