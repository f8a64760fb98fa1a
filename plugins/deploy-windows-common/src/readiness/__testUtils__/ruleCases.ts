import type { Fact, FactItem, Facts, Scalar } from '../facts/fact';
import type { OrgGraph } from '../people/org';
import type { RuleContext } from '../rule/ruleContext';

const ORIGIN = { entityRef: 'component:default/web', path: 'x', kind: 'declared' } as const;

export const stated = (value: Scalar): Fact => ({ state: 'stated', value, origin: ORIGIN });
export const observed = (value: Scalar, at: string): Fact => ({
  state: 'stated',
  value,
  origin: { ...ORIGIN, kind: 'observed', at },
});
export const texts = (...values: readonly string[]): Fact => ({
  state: 'texts',
  values,
  origin: ORIGIN,
});
export const none: Fact = { state: 'none', origin: ORIGIN };
export const notNeeded: Fact = { state: 'not-needed', reason: 'a static site', origin: ORIGIN };
export const notStated: Fact = { state: 'not-stated', wanted: 'x' };

export function list(...items: readonly Readonly<Record<string, Fact>>[]): Fact {
  return {
    state: 'list',
    origin: ORIGIN,
    items: items.map((fields, index): FactItem => ({
      name: `n${index + 1}`,
      path: `x[n${index + 1}]`,
      fields,
    })),
  };
}

export function target(to: string, channel?: string): Readonly<Record<string, Fact>> {
  return { to: stated(to), ...(channel !== undefined && { channel: stated(channel) }) };
}

export const ORG: OrgGraph = {
  users: {
    'user:default/ada': { title: 'Ada', active: true, groups: ['group:default/team'] },
    'user:default/bo': { title: 'Bo', active: true, groups: ['group:default/team'] },
    'user:default/gone': { title: 'Gone', active: false, groups: ['group:default/team'] },
  },
  groups: {
    'group:default/team': {
      title: 'Team',
      members: ['user:default/ada', 'user:default/bo', 'user:default/gone'],
      children: [],
    },
    'group:default/empty': { title: 'Empty', members: [], children: [] },
  },
};

export function aContext(
  fields: Facts['fields'],
  more: Partial<Omit<RuleContext, 'facts'>> = {},
): RuleContext {
  return { facts: { fields }, org: ORG, stage: 'production', upstream: () => undefined, ...more };
}
