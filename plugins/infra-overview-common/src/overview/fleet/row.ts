import type { Tone } from '../tone';

/** Words with a rank: 0 is worst, so that ascending order shows what needs work first. */
export interface Ranked {
  readonly words: string;
  readonly rank: number;
  readonly tone: Tone;
}

export type PlatformStanding = 'preferred' | 'allowed' | 'legacy' | 'prohibited' | 'not stated';

export interface FleetPlatform {
  readonly name: string;
  readonly standing: PlatformStanding;
}

export interface FleetEnvironment {
  readonly name: string;
  readonly stage: string;
}

export const FLEET_GAPS = [
  'document',
  'owner',
  'environments',
  'platform',
  'database',
  'backup',
  'restore-test',
  'cdn',
  'tls',
  'alert-route',
  'credential-location',
  'second-holder',
  'date',
] as const;
/** What a row does not have: not stated, or known to be none. */
export type FleetGap = (typeof FLEET_GAPS)[number];

/** How declared and observed differ, by number of facts; notes in force are left out. */
export interface FleetDrift {
  readonly different: number;
  readonly onlyDeclared: number;
  readonly onlyObserved: number;
  /** ISO day of the newest look. */
  readonly seenAt?: string;
}

/** One project in the fleet. Dates are ISO days; counts are whole numbers. */
export interface FleetRow {
  readonly ref: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly title: string;
  readonly domain?: string;
  readonly system?: string;
  readonly owner?: string;
  readonly lifecycle?: string;
  readonly outcome: 'absent' | 'refused' | 'read';
  readonly platforms: readonly FleetPlatform[];
  /** Worst standing first: prohibited 0, legacy 1, not stated 2, allowed 3, preferred 4. */
  readonly platformRank: number;
  readonly environments: readonly FleetEnvironment[];
  readonly database: Ranked;
  readonly backup: Ranked;
  readonly restoreTest: Ranked;
  readonly cdn: Ranked;
  readonly tls: Ranked;
  readonly tlsExpires?: string;
  readonly alertRoute: Ranked;
  readonly credentials: {
    readonly words: string;
    readonly stores: readonly string[];
    readonly count: number;
    readonly oneHolder: number;
  };
  readonly risks: { readonly open: number; readonly accepted: number };
  readonly improvements: { readonly planned: number; readonly possible: number };
  readonly questions: number;
  /** `unknown`: asked and not answered. `applicable` includes it. */
  readonly conformance: {
    readonly met: number;
    readonly applicable: number;
    readonly unknown: number;
  };
  readonly freshness: { readonly words: string; readonly at?: string; readonly stale: boolean };
  readonly problems: number;
  /** Absent: nothing looks at it, so nothing is known. */
  readonly drift?: FleetDrift;
  readonly missing: readonly FleetGap[];
}

export type FleetTermKind =
  'host' | 'product' | 'provider' | 'platform' | 'app' | 'store' | 'resource' | 'title';

/** A lower-case word the fleet search finds the project by. */
export interface FleetTerm {
  readonly kind: FleetTermKind;
  readonly term: string;
}

export interface FleetRowWithTerms extends FleetRow {
  readonly terms: readonly FleetTerm[];
}
