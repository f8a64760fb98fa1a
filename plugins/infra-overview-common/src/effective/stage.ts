import { itemsOf, type Environment, type Stage } from '../document';
import type { EffectiveInfra } from './effectiveInfra';

export interface StageAnswer {
  readonly stage: Stage;
  /** True: nobody stated it, the name suggests it. */
  readonly guessed: boolean;
}

/** Nearest to the users first. */
export const STAGE_ORDER: readonly Stage[] = [
  'production',
  'preproduction',
  'staging',
  'test',
  'development',
  'review',
  'ci',
  'local',
  'sandbox',
  'other',
];

// In this order: "pre-production" holds the word production, "ci-staging" is rather a staging.
const GUESSES: readonly (readonly [stage: Stage, words: RegExp])[] = [
  ['preproduction', /^(?:pre-?prod(?:uction)?|preview-?prod)$|(?:^|-)pre-?prod(?:uction)?(?:-|$)/],
  ['other', /(?:^|-)non-?prod(?:uction)?(?:-|$)/],
  ['production', /(?:^|-)(?:prod|production|prd|live)(?:-|$)/],
  ['staging', /(?:^|-)(?:staging|stage|stg)(?:-|$)/],
  ['test', /(?:^|-)(?:test|testing|qa|uat|acceptance|integration)(?:-|$)/],
  ['development', /(?:^|-)(?:dev|devel|development)(?:-|$)/],
  ['review', /(?:^|-)(?:review|preview|pr)(?:-|$)/],
  ['ci', /(?:^|-)(?:ci|build)(?:-|$)/],
  ['local', /(?:^|-)(?:local|localhost|workstation|laptop)(?:-|$)/],
  ['sandbox', /(?:^|-)(?:sandbox|playground)(?:-|$)/],
];

/** What is stated, else what the name suggests. */
export function stageOf(environment: Pick<Environment, 'name' | 'stage'>): StageAnswer {
  if (environment.stage !== undefined) return { stage: environment.stage, guessed: false };
  return { stage: guessStage(environment.name), guessed: true };
}

function guessStage(name: string): Stage {
  // `prodEu2` and `PROD_EU_2` are both `prod-eu-2`.
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/(\d+)/g, '-$1-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return GUESSES.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
}

/** Production first, then by stage, then as declared. What the project refuses is left out. */
export function environmentNames(effective: Pick<EffectiveInfra, 'document'>): readonly string[] {
  return itemsOf(effective.document.environments)
    .filter(environment => environment.notNeeded === undefined)
    .map(({ name, stage }) => ({ name, rank: STAGE_ORDER.indexOf(stageOf({ name, stage }).stage) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
}
