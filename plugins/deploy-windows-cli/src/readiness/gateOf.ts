import {
  defaultPolicy,
  effectivePolicy,
  targetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import {
  gateAt,
  type Gate,
  type Instant,
  type Subject,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { environmentNames } from 'backstage-plugin-infra-overview-common';
import { withDefaults } from '../offline/withDefaults';
import type { Source } from './sourcesIn';

/** What deploy decisions make of the verdict, by the documents; a portal may be configured to be stricter. */
export function gateOf(source: Source, { entityRef, environment }: Subject, now: Instant): Gate {
  const name = environmentNames(source.effective).find(
    written => written.toLowerCase() === environment,
  );
  if (name === undefined) return { mode: 'off' };
  const { stage, chain } = withDefaults(source.chain, source.effective, name);
  const { readiness } = effectivePolicy({
    target: { key: targetKey(entityRef, name), entityRef, environment: name, stage, entity: {} },
    chain,
    stored: [],
    defaults: defaultPolicy(stage),
  });
  return gateAt(readiness, now);
}
