import type { JsonObject } from '@backstage/types';
import type {
  CheckDefinition,
  Facts,
  Finding,
  Layers,
  RequirementLevel,
  Subject,
} from 'backstage-plugin-deploy-windows-common/readiness';

/** A check that people confirm, unless told otherwise. */
export function aCheck(id: string, fields: Partial<CheckDefinition> = {}): CheckDefinition {
  return {
    id,
    version: 1,
    pack: 'acme@1',
    basis: 'bold',
    scope: 'environment',
    everyStage: false,
    mode: 'automatic',
    combine: 'either',
    title: `Title of ${id}`,
    why: 'Because it matters.',
    group: id.split('.')[0] ?? id,
    level: [],
    ...fields,
  };
}

export type FakeLayers = Omit<Layers, 'attestations' | 'waivers' | 'subject' | 'answeredAt'>;

const ABSENT: Finding = { code: 'ABSENT', fact: 'stores' };

export function aLayer(
  definition: CheckDefinition,
  {
    level = 'must',
    status = 'unknown',
    boundFacts = {},
    findings = [ABSENT],
    ...fields
  }: Partial<FakeLayers> & {
    readonly level?: RequirementLevel;
    readonly status?: 'pass' | 'fail' | 'unknown' | 'not-applicable';
    readonly boundFacts?: JsonObject;
    readonly findings?: readonly Finding[];
  } = {},
): FakeLayers {
  return {
    asked: {
      definition,
      pack: definition.pack,
      checklists: ['production'],
      requirement: { steps: [{ level }], because: 'matrix of acme@1' },
    },
    applicability: { state: 'applies' },
    steps: [{ outcome: { status, findings } }],
    boundFacts,
    ...fields,
  };
}

export function aSubject(entityRef: string, environment: string, title: string): Subject {
  const [kind = ''] = entityRef.split(':');
  return {
    key: `${entityRef}#${environment}`,
    entityRef,
    title,
    environment,
    view: {
      kind,
      type: 'service',
      lifecycle: 'production',
      tier: 'undeclared',
      stage: environment,
      environment,
      platform: 'aws',
      exposure: 'public',
      static: 'undeclared',
      owner: 'group:default/web',
      system: 'undeclared',
      domain: 'undeclared',
      tags: [],
    },
  };
}

const origin = { path: '', kind: 'declared' } as const;

export const someFacts = (alertPeople: readonly string[] = []): Facts => ({
  fields: {
    alertPeople: { state: 'texts', values: alertPeople, origin },
    'capacity.events': {
      state: 'list',
      origin,
      items: [
        {
          name: 'election',
          path: 'capacity.events[election]',
          fields: { at: { state: 'stated', value: '2026-12-24', origin } },
        },
      ],
    },
  },
});
