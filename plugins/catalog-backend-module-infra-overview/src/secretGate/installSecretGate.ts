import type { LoggerService, RootConfigService } from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type { CatalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { placeholderResolvers } from './placeholderResolvers';
import { readParserOwner, secretGateOptions } from './secretGateOptions';
import { SecretGateProcessor } from './SecretGateProcessor';
import { withSecretGate } from './withSecretGate';

export interface Doors {
  readonly config: RootConfigService;
  readonly logger: LoggerService;
  readonly processing: CatalogProcessingExtensionPoint;
  readonly model: CatalogModelExtensionPoint;
  readonly now: () => number;
}

const ANOTHER_PARSER =
  'The secret gate cannot be installed: another module has set the entity data parser of the catalog, and there can be one only. ' +
  'Wrap that parser in withSecretGate of backstage-plugin-catalog-backend-module-infra-overview and set infraOverview.secretGate.parser to external.';

const anotherResolver = (key: string) =>
  `The secret gate cannot be installed: another module has set a resolver for $${key}, and there can be one only. Remove it: files that it includes would not be searched.`;

/** Puts the gate at every door of the catalog, and says which. A door that cannot be guarded ends the start. */
export function installSecretGate({ config, logger, processing, model, now }: Doors): void {
  const options = secretGateOptions(config, now);
  const owner = readParserOwner(config);
  if (owner === 'ours')
    guard(() => model.setEntityDataParser(withSecretGate(undefined, options)), ANOTHER_PARSER);
  const resolvers = placeholderResolvers(ScmIntegrations.fromConfig(config), options);
  for (const [key, resolver] of Object.entries(resolvers)) {
    guard(() => processing.addPlaceholderResolver(key, resolver), anotherResolver(key));
  }
  processing.addProcessor(new SecretGateProcessor(options));

  const files =
    owner === 'ours'
      ? 'catalog files'
      : 'catalog files as far as the parser of another module is wrapped in withSecretGate';
  logger.info(
    `The secret gate guards ${files}; files included by $text, $json and $yaml; entities of providers`,
  );
  for (const { rule, location, endsAt } of options.excuses ?? []) {
    if (endsAt <= now())
      logger.warn(
        `The excuse for rule ${rule} at ${location} has ended and excuses nothing any more`,
      );
  }
}

function guard(install: () => void, message: string): void {
  try {
    install();
  } catch (error) {
    throw new Error(message, { cause: error });
  }
}
