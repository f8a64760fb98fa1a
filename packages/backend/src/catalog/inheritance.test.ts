import { factAt, viewOf } from 'backstage-plugin-infra-overview-common';
import { effectiveOf } from './__testUtils__/chainOf';
import { loadCatalog } from './__testUtils__/loadCatalog';

const catalog = loadCatalog();
const website = 'component:default/example-website';
const legacy = 'system:default/example-legacy-project';

/** The examples say next to nothing, so what they show comes from the standard, and each value knows from where. */
describe('the examples below the standard "Operating applications"', () => {
  it.each`
    what                                      | ref        | path                                           | value                  | level
    ${'the platform comes from the standard'} | ${website} | ${'environments[production].hosting.platform'} | ${'heroku'}            | ${'domain'}
    ${'a nearer statement wins'}              | ${legacy}  | ${'environments[production].hosting.platform'} | ${'engineyard'}        | ${'system'}
    ${'an add-on that every project has'}     | ${website} | ${'addons[uptime].product'}                    | ${'alertra'}           | ${'domain'}
    ${'an offer taken by naming its id'}      | ${website} | ${'addons[db].product'}                        | ${'heroku-postgresql'} | ${'domain'}
    ${'the alert of the standard'}            | ${website} | ${'observability.alerts[down].condition.type'} | ${'uptime'}            | ${'domain'}
    ${'a rule of the standard'}               | ${legacy}  | ${'policies[hot-restart].level'}               | ${'must'}              | ${'domain'}
  `('$what', ({ ref, path, value, level }) => {
    const production = viewOf(effectiveOf(catalog, ref), 'production');
    expect(factAt(production, path)).toMatchObject({ state: 'stated', value, origin: { level } });
  });

  it('keep the reason why something inherited is not needed', () => {
    expect(factAt(effectiveOf(catalog, website), 'addons[mail]')).toMatchObject({
      state: 'not-needed',
      reason: 'The example sends no e-mail',
    });
  });

  it('list what the standard offers and nobody took', () => {
    expect(effectiveOf(catalog, legacy).offers.map(addon => addon.id)).toEqual([
      'dns',
      'static-assets',
      'db',
      'mail',
      'performance',
    ]);
  });
});
