import type { Stage } from 'backstage-plugin-infra-overview-common';
import type { App } from '../allowList';
import { fieldsOf, NOTHING, type PartBody } from './part';

/** Heroku's word for a stage in ours. */
export function stageOf(stage: string | undefined): Stage | undefined {
  switch (stage) {
    case 'test':
      return 'ci';
    case 'review':
    case 'development':
    case 'staging':
    case 'production':
      return stage;
    default:
      return undefined;
  }
}

export function appPart(app: App, stage: string | undefined): PartBody {
  return {
    ...NOTHING,
    fields: fieldsOf({
      stage: stageOf(stage),
      'hosting.app': app.name,
      'hosting.region': app.region?.name,
      'hosting.stack': app.stack?.name,
      'hosting.runtime': app.space ? 'private-space' : 'common-runtime',
      'observed.maintenance': app.maintenance,
    }),
    sees: ['hosting.app', 'hosting.region', 'hosting.stack', 'hosting.runtime'],
  };
}
