import fc from 'fast-check';
import {
  durationMilliseconds,
  parseInstant,
  dateStart,
} from 'backstage-plugin-infra-overview-common';
import { anyDocument, reversed } from '../__testUtils__/anyDocument';
import { anEffective, anInput, type Sections } from '../__testUtils__/builders';
import { exampleFacts, exampleServiceFacts, exampleSubjects } from '../__testUtils__/exampleFacts';
import { boundFactsOf } from '../answers/boundFacts';
import { sameFacts } from '../answers/sameFacts';
import type { Fact, Facts } from './fact';
import { FACT_TYPES, type FactType } from './factTypes';
import { factsFor, serviceFactsFor } from './factsFor';

const NAMES = Object.keys(FACT_TYPES);
const TYPES: Readonly<Record<string, FactType>> = FACT_TYPES;

/** Where a fact holds something else than its name promises. */
function misfits(fields: Facts['fields'], types: Readonly<Record<string, FactType>>): string[] {
  return Object.entries(fields).flatMap(([name, fact]) => {
    const type = types[name];
    if (type === undefined) return [`${name} is unknown`];
    if (fact.state === 'list' && typeof type === 'object') {
      return fact.items.flatMap(item => misfits(item.fields, type.list));
    }
    return fits(fact, type) ? [] : [`${name}: ${JSON.stringify(fact)}`];
  });
}

function fits(fact: Fact, type: FactType): boolean {
  switch (fact.state) {
    case 'stated':
      return isOfType(fact.value, type);
    case 'texts':
      return type === 'texts';
    case 'list':
      return type === 'people';
    case 'not-stated':
      return fact.wanted !== undefined;
    default:
      return true;
  }
}

function isOfType(value: string | number | boolean, type: FactType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
    case 'boolean':
      return typeof value === type;
    case 'duration':
      return typeof value === 'string' && durationMilliseconds(value) !== undefined;
    case 'date':
      return dateStart(String(value)) !== undefined || parseInstant(String(value)) !== undefined;
    default:
      return false;
  }
}

describe('facts', () => {
  it('are there by every name, and hold what the name promises', () => {
    fc.assert(
      fc.property(anyDocument, document => {
        const { fields } = factsFor(anInput(document));
        expect(Object.keys(fields).sort()).toEqual([...NAMES].sort());
        expect(misfits(fields, TYPES)).toEqual([]);
      }),
    );
  });

  it.each([
    'component:default/noipm-complaint-manager',
    'component:default/listminut-application',
    'component:default/permit-intake-web',
    'component:default/permit-guide-site',
    'component:default/garden-library-web',
    'component:default/example-website',
    'system:default/example-legacy-project',
  ])('of %s hold what their names promise', ref => {
    for (const { view } of exampleSubjects(ref)) {
      expect(misfits(exampleFacts(ref, view.environment).fields, TYPES)).toEqual([]);
    }
    expect(misfits(exampleServiceFacts(ref).fields, TYPES)).toEqual([]);
  });

  it('do not depend on the order in the document', () => {
    const bound = (document: Sections, environment: string | undefined) => {
      const input = anInput(document, environment === undefined ? {} : { environment });
      return [boundFactsOf(factsFor(input), NAMES), boundFactsOf(serviceFactsFor(input), NAMES)];
    };
    fc.assert(
      fc.property(anyDocument, document => {
        const { environment } = anInput(document).subject;
        const [there = {}, service = {}] = bound(document, environment);
        const [thereTurned = {}, serviceTurned = {}] = bound(reversed(document), environment);
        expect(sameFacts(there, thereTurned)).toBe(true);
        expect(sameFacts(service, serviceTurned)).toBe(true);
      }),
    );
  });

  it('that are not stated stay so when a section is left out', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(20), (document, index) => {
        const sections = Object.keys(document);
        const left = sections[index % Math.max(1, sections.length)];
        const rest = Object.fromEntries(
          Object.entries(document).filter(([section]) => section !== left),
        );
        const input = anInput(document);
        const before = factsFor(input).fields;
        const after = factsFor({ ...input, effective: anEffective(rest) }).fields;
        const unstated = NAMES.filter(name => before[name]?.state === 'not-stated');
        expect(unstated.filter(name => after[name]?.state !== 'not-stated')).toEqual([]);
      }),
    );
  });
});
