import type { Addon } from '../../document';
import type { Part } from './parts';

/** They look on: what they watch runs on without them. */
const WATCHERS = new Set([
  'analytics',
  'apm',
  'autoscaler',
  'ci',
  'config-management',
  'errors',
  'logging',
  'metrics',
  'paging',
  'uptime',
  'vuln-scan',
]);
/** They make it faster: what stands on them runs on, slower. */
const HELPERS = new Set(['cache', 'cdn']);
/** Parts that only pass requests on: they run on when what they lead to does not. */
const PASSING = new Set(['dns', 'cdn', 'waf', 'lb', 'router', 'proxy']);

export type Softness = 'watches' | 'helps' | 'carries';

export function softnessOf({ addon, nodeKind }: Part): Softness {
  const word = addon?.category ?? nodeKind ?? '';
  if (WATCHERS.has(word)) return 'watches';
  return HELPERS.has(word) ? 'helps' : 'carries';
}

export function passesOn({ nodeKind, kind }: Part): boolean {
  return kind !== 'process' && nodeKind !== undefined && PASSING.has(nodeKind);
}

export function isClient({ nodeKind }: Part): boolean {
  return nodeKind === 'client';
}

/** Why a part should go on when one copy of it fails; nothing where nothing is stated that takes over. */
export function takesOver({ addon, process }: Part): string | undefined {
  if (addon !== undefined) return addonTakesOver(addon);
  return process?.failover === 'automatic' ? 'it fails over by itself' : undefined;
}

function addonTakesOver({ availability = {} }: Addon): string | undefined {
  const { failover, redundancy } = availability;
  if (failover === 'automatic') return 'it fails over by itself';
  // A person has to act, or nobody can: copies alone do not keep it up.
  if (failover !== undefined) return undefined;
  switch (redundancy) {
    case 'managed':
      return 'its vendor keeps copies of it';
    case 'multi-zone':
      return 'it runs in several zones';
    case 'multi-region':
      return 'it runs in several regions';
    default:
      return undefined;
  }
}
