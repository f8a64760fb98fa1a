import { findSecrets } from 'backstage-plugin-infra-overview-common/secrets';
import type { SourceKind } from '../SourceKind';
import { readTerraformConfig } from './config';
import { TerraformSource } from './TerraformSource';

/** Looks into the state files of Terraform and OpenTofu. */
export const terraform: SourceKind = {
  id: 'terraform',
  schedule: { frequency: { hours: 1 }, timeout: { minutes: 30 }, initialDelay: { seconds: 30 } },
  create: ({ config, urlReader, logger, now }) =>
    new TerraformSource({
      states: readTerraformConfig(config),
      urlReader,
      logger,
      now,
      findSecrets,
    }),
};
