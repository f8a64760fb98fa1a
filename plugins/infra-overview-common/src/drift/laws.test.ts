import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readInfraDocument } from '../document';
import { bindSubjects, countsAsDrift, type DriftFinding, type DriftNote } from '../observed';
import { driftFindingSchema } from '../wire';
import { driftOf, type DriftInput } from './driftOf';
import { observedFacts } from './observedFacts';
import { observedProcedures } from './observedProcedures';
import { anInput, DAY, effectiveOf, HEROKU, NOW, TERRAFORM } from './__testUtils__/aProject';
import { applyPatch } from './__testUtils__/applyPatch';
import { anySubjects, goodSubjects, mirrorOf, project } from './__testUtils__/arbitraries';

const inputs: fc.Arbitrary<DriftInput> = fc
  .record({ sections: project, subjects: anySubjects })
  .map(({ sections, subjects }) => anInput(sections, subjects));
const noted = (finding: DriftFinding, until: number): DriftNote => ({
  id: finding.id,
  entityRef: 'system:default/shop',
  path: finding.path,
  kind: 'accepted',
  reason: 'agreed',
  by: 'user:default/ada',
  at: NOW,
  until,
});

describe('whatever a source says', () => {
  it('there is an answer that travels, and no id twice', () => {
    fc.assert(
      fc.property(inputs, input => {
        const findings = driftOf(input, NOW);
        const bound = bindSubjects(input, input.subjects);
        observedFacts({ effective: input.effective, bound, sources: input.sources }, NOW);
        observedProcedures(bound);
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        for (const finding of findings) {
          // Throws where it would not travel.
          const sent = JSON.parse(JSON.stringify(finding));
          if (Number.isInteger(finding.at)) driftFindingSchema.parse(sent);
          if (finding.patch !== undefined) parse(finding.patch.yaml);
        }
      }),
    );
  });

  it('the order of subjects makes no difference', () => {
    fc.assert(
      fc.property(inputs, fc.infiniteStream(fc.nat()), (input, order) => {
        const shuffled = input.subjects
          .map(subject => ({ subject, rank: order.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ subject }) => subject);
        expect(driftOf({ ...input, subjects: shuffled }, NOW)).toEqual(driftOf(input, NOW));
      }),
    );
  });

  it.each<[string, Partial<DriftInput>, number]>([
    [
      'failed',
      {
        sources: [
          { ...HEROKU, failed: 'no answer' },
          { ...TERRAFORM, failed: 'no answer' },
        ],
      },
      NOW,
    ],
    ['looked too long ago', {}, NOW + 2 * DAY],
  ])('a source that %s agrees with nothing and counts as nothing', (_, fields, now) => {
    fc.assert(
      fc.property(inputs, input => {
        const old = { ...input, subjects: input.subjects.filter(isDated) };
        for (const finding of driftOf({ ...old, ...fields }, now)) {
          expect(['stale', 'failed']).toContain(finding.status);
          expect(countsAsDrift(finding, now)).toBe(false);
        }
      }),
    );
  });

  it('a note takes away no finding, and one in force takes it out of the count', () => {
    fc.assert(
      fc.property(inputs, input => {
        const before = driftOf(input, NOW);
        const bare = ({ note: _, ...finding }: DriftFinding) => finding;
        const ended = driftOf({ ...input, notes: before.map(each => noted(each, NOW)) }, NOW);
        const inForce = driftOf({ ...input, notes: before.map(each => noted(each, NOW + 1)) }, NOW);
        expect(ended.map(bare)).toEqual(before);
        expect(inForce.map(bare)).toEqual(before);
        const count = (findings: readonly DriftFinding[]) =>
          findings.filter(finding => countsAsDrift(finding, NOW)).length;
        expect(count(ended)).toBe(count(before));
        expect(count(inForce)).toBe(0);
      }),
    );
  });

  it('a part of a System shows nothing that nobody declared', () => {
    fc.assert(
      fc.property(inputs, input => {
        const whole = driftOf(input, NOW);
        const part = driftOf({ ...input, only: 'declared-items' }, NOW);
        expect(part.filter(finding => finding.undeclaredEnvironment)).toEqual([]);
        const ids = new Set(whole.map(({ id }) => id));
        expect(part.every(({ id }) => ids.has(id))).toBe(true);
      }),
    );
  });
});

/** Dates to come are never old. */
function isDated({ parts }: DriftInput['subjects'][number]): boolean {
  return parts.every(({ at }) => !(at > NOW));
}

it('observing exactly what is declared is no drift', () => {
  let seen = 0;
  fc.assert(
    fc.property(project, sections => {
      const effective = effectiveOf(sections);
      const findings = driftOf(anInput(sections, mirrorOf(effective)), NOW);
      expect(findings.filter(finding => countsAsDrift(finding, NOW))).toEqual([]);
      seen += findings.length;
    }),
  );
  expect(seen).toBeGreaterThan(200);
});

it('a document with the lines of a finding says what was observed', () => {
  let applied = 0;
  fc.assert(
    fc.property(project, goodSubjects, (sections, subjects) => {
      const document = { schema: 'infra-overview.io/v1alpha1', ...sections };
      for (const finding of driftOf(anInput(sections, subjects), NOW)) {
        if (finding.status !== 'different' && finding.status !== 'only-observed') continue;
        // Only a backup of an add-on nobody declared cannot be declared on its own.
        if (finding.patch === undefined && /^backups\[/.test(finding.path)) continue;
        if (finding.patch === undefined) throw new Error(`${finding.path} has no patch`);
        const text = applyPatch(document as unknown as JsonObject, finding.patch.yaml);
        const read = readInfraDocument(text);
        if (read.outcome !== 'read') throw new Error('The patched document is read');
        expect(read.notUnderstood).toEqual([]);
        const { schema: _, ...patched } = read.document;
        const after = driftOf(anInput(patched, subjects), NOW);
        const left = after.find(({ id }) => id === finding.id);
        const isField = !finding.path.endsWith(']');
        // An item that was found is known by its id from now on, and its fields speak for it.
        expect(isField ? ['same'] : ['same', undefined]).toContain(left?.status);
        applied += 1;
      }
    }),
  );
  expect(applied).toBeGreaterThan(200);
});
