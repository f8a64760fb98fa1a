import { DAY, HOUR, MINUTE } from '../time';
import type { PolicyDefaults } from './policy';

/** What holds where neither a document nor the configuration says otherwise. */
export function defaultPolicy(stage: string): PolicyDefaults {
  const isProduction = stage === 'production';
  return {
    openByDefault: true,
    mustFit: 'warn',
    readiness: 'off',
    onUnavailable: isProduction ? 'block' : 'allow',
    lead: 'PT24H',
    lockTtl: 30 * MINUTE,
    override: { twoPerson: isProduction, maxDuration: DAY },
    emergency: { maxDuration: 4 * HOUR, noticeWithin: HOUR },
  };
}
