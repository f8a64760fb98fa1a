import { boundOf } from './answers/boundFacts';
import type { Attestation } from './answers/attestation';
import type { Waiver } from './answers/waiver';
import { applied, type Applied } from './assessment/applicabilityOf';
import { notNeeded } from './assessment/notNeeded';
import type { Layers } from './effective/layers';
import type { Status } from './effective/status';
import type { Facts } from './facts/fact';
import type { AskedCheck } from './pack/pack';
import type { OrgGraph } from './people/org';
import { evaluateRule } from './rule/evaluateRule';
import { failure, pass } from './rule/outcomes';
import { always } from './rule/steps';
import type { Subject, SubjectKey } from './subject';

/** What people said, by where it is kept (`answeredAt`) and check. */
export interface Records {
  readonly attestations: readonly Attestation[];
  readonly waivers: readonly Waiver[];
}

/** Another entity's own outcome of a check at the same stage, waivers aside; undefined: it is judged by nobody here. */
export type UpstreamStatus = (
  entityRef: string,
  stage: string,
  checkId: string,
) => Exclude<Status, 'waived'> | undefined;

export interface AssessInput {
  readonly subject: Subject;
  readonly facts: Facts;
  /** Facts of the reference environment, for checks of `scope: service`; absent: those of the subject. */
  readonly serviceFacts?: Facts;
  readonly asked: readonly AskedCheck[];
  readonly org: OrgGraph;
  readonly records: Records;
  readonly upstream: UpstreamStatus;
}

/** Where confirmations and waivers of a check are kept. */
export function answeredAt(subject: Subject, { definition }: AskedCheck): SubjectKey {
  return definition.scope === 'environment' ? subject.key : subject.entityRef;
}

/**
 * All checks of a subject with their layers, one row each, whatever happens: a rule that fails is that row's error and no other
 * row changes. No clock: what it returns is right at any later time for the same facts and records.
 */
export type Assess = (input: AssessInput) => readonly Layers[];

export const assess: Assess = input => {
  const attestations = byPlace(input.records.attestations, ({ attestedAt }) => attestedAt);
  const waivers = byPlace(input.records.waivers, ({ createdAt }) => createdAt);
  return input.asked.map(asked => {
    const place = answeredAt(input.subject, asked);
    const key = keyOf(place, asked.definition.id);
    return {
      subject: input.subject.key,
      answeredAt: place,
      asked,
      ...ruled(input, asked),
      attestations: attestations.get(key) ?? [],
      waivers: waivers.get(key) ?? [],
      boundFacts: boundOf(asked, factsOf(input, asked)),
    };
  });
};

/** What the rule makes of the facts. Whatever goes wrong is the error of this row. */
function ruled(input: AssessInput, asked: AskedCheck): Applied {
  const { definition } = asked;
  const { rule, broken, observedMaxAge } = definition;
  const applies = { state: 'applies' } as const;
  if (broken !== undefined) return { applicability: applies, steps: always(failure(broken)) };
  const context = {
    facts: factsOf(input, asked),
    org: input.org,
    stage: input.subject.view.stage,
    upstream: input.upstream,
    ...(observedMaxAge !== undefined && { observedMaxAge }),
  };
  try {
    const steps = rule === undefined ? always(pass([])) : evaluateRule(rule, context);
    const result = applied(definition, input.subject.view, context, steps);
    const declared = result.applicability.state === 'applies' ? notNeeded(result.steps) : undefined;
    return declared === undefined ? result : { ...result, applicability: declared };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'It could not be asked';
    return { applicability: applies, steps: always(failure(message)) };
  }
}

function factsOf({ facts, serviceFacts }: AssessInput, { definition }: AskedCheck): Facts {
  return definition.scope === 'environment' ? facts : (serviceFacts ?? facts);
}

/** Newest first. Ids decide between equal dates, so that the order they come in says nothing. */
function byPlace<Row extends Attestation | Waiver>(
  rows: readonly Row[],
  at: (row: Row) => number,
): ReadonlyMap<string, readonly Row[]> {
  const sorted = [...rows].sort((a, b) => at(b) - at(a) || (a.id < b.id ? -1 : 1));
  const groups = new Map<string, Row[]>();
  for (const row of sorted) {
    const key = keyOf(row.subject, row.checkId);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function keyOf(subject: SubjectKey, checkId: string): string {
  return `${subject.toLowerCase()} ${checkId}`;
}
