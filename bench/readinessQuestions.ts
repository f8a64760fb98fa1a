// Twenty questions that both sides can express, and documents that answer them one way or the other.
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject, JsonValue } from '@backstage/types';

interface Question {
  /** Name of the fact on both sides. */
  readonly fact: string;
  /** Where the document states it, when it is not where the name says. */
  readonly at?: string;
  readonly rule: JsonObject;
  readonly condition: { readonly operator: string; readonly value: JsonValue };
  readonly met: JsonValue;
  /** Absent: not stated. */
  readonly unmet?: JsonValue;
  /** What the other side is told of what is not stated: it leaves out checks about facts that are missing. */
  readonly unstated: JsonValue;
}

const stated = (fact: string, met: string, at?: string): Question => ({
  fact,
  rule: { declared: fact },
  condition: { operator: 'notEqual', value: '' },
  met,
  unstated: '',
  ...(at !== undefined && { at }),
});
const flagged = (fact: string, at?: string): Question => ({
  fact,
  rule: { is: { [fact]: true } },
  condition: { operator: 'equal', value: true },
  met: true,
  unmet: false,
  unstated: false,
  ...(at !== undefined && { at }),
});
const one = (fact: string, met: string, unmet: string, at?: string): Question => ({
  fact,
  rule: { is: { [fact]: met } },
  condition: { operator: 'equal', value: met },
  met,
  unmet,
  unstated: '',
  ...(at !== undefined && { at }),
});

const DEPLOY = 'environments.0.deploy';
const ARTIFACT = `${DEPLOY}.artifact`;

const QUESTIONS: readonly Question[] = [
  stated('deploy.command', 'make deploy', `${DEPLOY}.command`),
  stated('deploy.pipeline', 'https://ci.example.org/web', `${DEPLOY}.pipeline`),
  stated('deploy.rollback', 'roll-back', `${DEPLOY}.rollback`),
  one('deploy.strategy', 'rolling', 'recreate', `${DEPLOY}.strategy`),
  one('deploy.migrations', 'automatic', 'manual', `${DEPLOY}.migrations`),
  flagged('deploy.snapshotBefore', `${DEPLOY}.snapshotBefore`),
  one('artifact.builtIn', 'ci', 'workstation', `${ARTIFACT}.builtIn`),
  flagged('artifact.pruned', `${ARTIFACT}.pruned`),
  {
    fact: 'artifact.kind',
    at: `${ARTIFACT}.kind`,
    rule: { oneOf: { 'artifact.kind': ['container', 'slug'] } },
    condition: { operator: 'in', value: ['container', 'slug'] },
    met: 'container',
    unmet: 'other',
    unstated: '',
  },
  {
    fact: 'artifact.lockfiles',
    at: `${ARTIFACT}.lockfiles`,
    rule: { contains: { 'artifact.lockfiles': ['yarn.lock'] } },
    condition: { operator: 'contains', value: 'yarn.lock' },
    met: ['yarn.lock', 'Gemfile.lock'],
    unmet: ['Gemfile.lock'],
    unstated: [],
  },
  stated('support.entryPoint', 'mailto:help@example.org'),
  stated('support.hours', 'Weekdays'),
  stated('support.queue.url', 'https://queue.example.org'),
  flagged('support.queue.public'),
  stated('statusPage.url', 'https://status.example.org', 'support.statusPage.url'),
  stated('serviceLevels.document', 'https://levels.example.org', 'support.serviceLevels.document'),
  stated(
    'serviceLevels.dashboard',
    'https://dashboard.example.org',
    'support.serviceLevels.dashboard',
  ),
  stated('security.penTest.tool', 'zap'),
  stated('security.vulnScan.tool', 'trivy'),
  stated('capacity.plan', 'https://plan.example.org'),
];
export const CHECKS = QUESTIONS.length;

export const checkId = (index: number) => `bench.check-${index}`;

/** Half of the answers are yes; with the next turn each is the other one. */
const isMet = (subject: number, turn: number, question: number) =>
  (subject + turn + question) % 2 === 0;

export const PACK_FILE = 'bench.yaml';
export const pack = JSON.stringify({
  schema: 'deploy-windows.io/readiness-pack/v1',
  pack: 'bench',
  version: 1,
  title: 'Twenty questions',
  checks: QUESTIONS.map(({ fact, rule }, index) => ({
    id: checkId(index),
    version: 1,
    basis: 'bold',
    scope: 'environment',
    mode: 'automatic',
    title: `Is ${fact} as it should be?`,
    why: 'It is asked on both sides.',
    rule,
  })),
});

/** Of one environment, as the catalog would have them. */
export function components(count: number, turn: number): readonly Entity[] {
  return Array.from({ length: count }, (_, subject) => {
    const infra: JsonObject = {
      schema: 'infra-overview.io/v1alpha1',
      environments: [{ name: 'production', stage: 'production' }],
    };
    for (const [index, { fact, at = fact, met, unmet }] of QUESTIONS.entries()) {
      const value = isMet(subject, turn, index) ? met : unmet;
      if (value !== undefined) put(infra, at.split('.'), value);
    }
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: componentName(subject), namespace: 'default', etag: `turn-${turn}` },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/team',
        infra,
      },
    };
  });
}

export const componentName = (subject: number) => `service-${subject}`;

/** The same answers as flat facts. */
export function flatFacts(subject: number, turn: number): JsonObject {
  return Object.fromEntries(
    QUESTIONS.map(({ fact, met, unmet, unstated }, index) => [
      fact,
      (isMet(subject, turn, index) ? met : unmet) ?? unstated,
    ]),
  );
}

export const RETRIEVER = 'bench-facts';
export const factSchema = Object.fromEntries(
  QUESTIONS.map(({ fact, met }) => [
    fact,
    { type: Array.isArray(met) ? 'set' : typeof met, description: fact },
  ]),
);
export const engineChecks = QUESTIONS.map(({ fact, condition }, index) => ({
  id: checkId(index),
  type: 'json-rules-engine',
  name: `Is ${fact} as it should be?`,
  description: 'It is asked on both sides.',
  factIds: [RETRIEVER],
  rule: { conditions: { all: [{ fact, ...condition }] } },
}));

function put(into: JsonObject, [key = '', ...rest]: readonly string[], value: JsonValue): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  into[key] ??= {};
  put(into[key] as JsonObject, rest, value);
}
