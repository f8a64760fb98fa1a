import {
  coreServices,
  createBackendModule,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import type { JsonObject } from '@backstage/types';
import catalogModule, { secretGateOptions, withSecretGate } from '..';

jest.setTimeout(60_000);

const EXCUSE = { rule: 'aws', location: 'file:/a.yaml', reason: 'An example', until: '2027-01-31' };

async function start(infraOverview: JsonObject, ...features: BackendFeature[]) {
  const lines: string[] = [];
  const logger = mockServices.rootLogger.mock();
  const write = (line: string) => void lines.push(line);
  for (const level of ['info', 'warn'] as const) logger[level].mockImplementation(write);
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      logger.factory,
      mockServices.rootConfig.factory({ data: { infraOverview } }),
      ...features,
      catalogModule,
    ],
  });
  await backend.stop();
  return lines;
}

const another = (
  init: (points: {
    model: typeof catalogModelExtensionPoint.T;
    processing: typeof catalogProcessingExtensionPoint.T;
    config: typeof coreServices.rootConfig.T;
  }) => void,
) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'another',
    register: module =>
      module.registerInit({
        deps: {
          model: catalogModelExtensionPoint,
          processing: catalogProcessingExtensionPoint,
          config: coreServices.rootConfig,
        },
        init: async points => init(points),
      }),
  });

const ownParser = another(({ model, config }) =>
  model.setEntityDataParser(
    withSecretGate(
      undefined,
      secretGateOptions(config, () => 0),
    ),
  ),
);

describe('installing the gate', () => {
  it('says which doors are guarded', async () => {
    expect(await start({})).toContainEqual(
      'The secret gate guards catalog files; files included by $text, $json and $yaml; entities of providers',
    );
  });

  it('ends the start beside another parser, and says what to do', async () => {
    await expect(start({}, ownParser)).rejects.toThrow(
      /another module has set the entity data parser.*Wrap that parser in withSecretGate.*secretGate\.parser to external/,
    );
  });

  it('leaves the parser to another module that says so', async () => {
    expect(await start({ secretGate: { parser: 'external' } }, ownParser)).toContainEqual(
      expect.stringContaining(
        'as far as the parser of another module is wrapped in withSecretGate',
      ),
    );
  });

  it('ends the start beside another resolver of the same name', async () => {
    const resolver = another(({ processing }) =>
      processing.addPlaceholderResolver('text', async () => 'x'),
    );
    await expect(start({}, resolver)).rejects.toThrow(
      /another module has set a resolver for \$text/,
    );
  });

  it('warns of an excuse that has ended', async () => {
    const ended = { ...EXCUSE, until: '2020-01-31' };
    expect(await start({ secretGate: { allow: [ended] } })).toContainEqual(
      'The excuse for rule aws at file:/a.yaml has ended and excuses nothing any more',
    );
  });

  it.each<[JsonObject, string]>([
    [{ parser: 'ours' }, 'infraOverview.secretGate.parser is "external" or is left out'],
    [{ allow: {} }, 'infraOverview.secretGate.allow is a list'],
    [
      { allow: [EXCUSE, { ...EXCUSE, until: 'soon' }] },
      'infraOverview.secretGate.allow[1].until is a day',
    ],
    [{ allow: [{ rule: 'aws' }] }, 'infraOverview.secretGate.allow[0].location is missing'],
  ])('ends the start on %j', async (secretGate, message) => {
    await expect(start({ secretGate })).rejects.toThrow(message);
  });
});
