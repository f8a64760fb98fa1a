import { describeDuration } from 'backstage-plugin-infra-overview-common';
import { instantText } from '../../time/wire';
import type { Instant } from '../../time';
import type { Waiver } from '../answers/waiver';
import { confirmationAt } from '../effective/confirmationAt';
import type { Effective } from '../effective/effective';
import type { Layers } from '../effective/layers';
import type { Finding } from '../effective/outcome';
import type { Judged } from '../effective/verdict';
import { waiverState } from '../effective/waiverInForce';
import type { AttestTerms, CheckDefinition } from '../pack/pack';
import { ruleWords } from '../rule/ruleWords';
import type { CheckAnswer } from '../wire';
import { approverWords, signerWords } from '../words/attestWords';
import { becauseWords, confirmationWords } from '../words/becauseWords';
import { becomesWords } from '../words/levelWords';
import { originWords } from '../words/originWords';
import { statusLabel, statusWords } from '../words/statusWords';
import { attestationAnswer } from './attestationAnswer';
import type { PresentContext } from './context';
import { findingAnswer } from './findingAnswer';
import { waiverAnswer } from './waiverAnswer';

/** One check with its four layers, as page, command and export show it. */
export function checkAnswer(
  { layers, effective }: Judged,
  context: PresentContext & { readonly since?: ReadonlyMap<string, Instant> },
): CheckAnswer {
  const { definition, requirement, checklists } = layers.asked;
  const { until } = effective;
  const since = context.since?.get(definition.id);
  return {
    ...definitionOf(definition),
    level: effective.level.value,
    levelBecause: requirement.because,
    ...becomes(effective, context),
    checklists: [...checklists],
    status: effective.status,
    statusWords: statusWords(effective, context.format),
    because: becauseWords(effective, context),
    findings: findingsOf(effective).map(finding => findingAnswer(finding, context)),
    ...underlying(effective),
    ...evidence(effective, context),
    ...(until !== undefined && { until: instantText(until) }),
    ...(since !== undefined && { since: instantText(since) }),
    ruleWords: definition.rule === undefined ? [] : [...ruleWords(definition.rule)],
    ...fix(definition, layers),
    ...(definition.attest && { attest: terms(definition.attest, layers) }),
    ...confirmation(layers, context),
    ...waivers(layers, effective, context),
    approvers: approverWords(effective.level.value),
  };
}

function definitionOf(definition: CheckDefinition) {
  const { id, version, pack, group, title, why, place, scope, mode, form, basis } = definition;
  return {
    id,
    version,
    pack,
    group,
    title,
    why,
    ...(place !== undefined && { place }),
    scope,
    mode,
    ...(form !== undefined && { form }),
    basis,
  };
}

function becomes({ level }: Effective, { format }: PresentContext): Pick<CheckAnswer, 'becomes'> {
  const words = becomesWords(level, format);
  if (level.next === undefined || words === undefined) return {};
  return { becomes: { level: level.next.value, at: instantText(level.next.from), words } };
}

function findingsOf(effective: Effective): readonly Finding[] {
  return effective.status === 'waived' ? effective.underlying.findings : effective.findings;
}

function underlying(effective: Effective): Pick<CheckAnswer, 'underlying'> {
  if (effective.status !== 'waived') return {};
  const { status } = effective.underlying;
  return { underlying: { status, words: statusLabel(status) } };
}

/** What makes it pass: a person's word, else where the values come from. */
function evidence(effective: Effective, context: PresentContext): Pick<CheckAnswer, 'evidence'> {
  if (effective.status !== 'pass' || effective.evidence === undefined) return {};
  const { evidence: kind, confirmation: said, findings } = effective;
  const origin = findings.find(finding => finding.origin?.kind === kind)?.origin;
  if (said !== undefined && (kind === 'attested' || origin === undefined)) {
    return { evidence: { kind, words: confirmationWords(said, context.now, context) } };
  }
  return (origin && { evidence: { kind, words: originWords(origin, context.now) } }) || {};
}

function fix({ fix: lines }: CheckDefinition, { subject }: Layers): Pick<CheckAnswer, 'fix'> {
  if (lines === undefined) return {};
  const [entityRef = subject] = subject.split('#');
  return { fix: { ...lines, entityRef } };
}

function terms(
  { statement, validFor, evidence: wanted, by, signatures }: AttestTerms,
  { boundFacts }: Layers,
): NonNullable<CheckAnswer['attest']> {
  return {
    statement,
    validFor: describeDuration(validFor),
    evidence: wanted,
    by,
    byWords: signerWords(by),
    signatures,
    boundTo: boundFacts as NonNullable<CheckAnswer['attest']>['boundTo'],
  };
}

function confirmation(layers: Layers, context: PresentContext): Pick<CheckAnswer, 'confirmation'> {
  const said = confirmationAt(layers, context.now);
  if (said === undefined) return {};
  return { confirmation: attestationAnswer(said.attestation, { layers }, context) };
}

function waivers(
  { waivers: all, asked: { definition } }: Layers,
  effective: Effective,
  context: PresentContext,
): Pick<CheckAnswer, 'waiver' | 'waiting'> {
  const { title: checkTitle, version: checkVersion } = definition;
  const answer = (waiver: Waiver) =>
    waiverAnswer(
      waiver,
      { checkTitle, checkVersion, all, ...(effective.status === 'pass' && { own: 'pass' }) },
      context,
    );
  const inForce = waiverOf(effective);
  const waiting = all.filter(
    waiver =>
      waiver.createdAt <= context.now &&
      waiverState(waiver, checkVersion, context.now) === 'waiting',
  );
  return { ...(inForce && { waiver: answer(inForce) }), waiting: waiting.map(answer) };
}

function waiverOf(effective: Effective): Waiver | undefined {
  if (effective.status === 'waived') return effective.waiver;
  return effective.status === 'not-applicable' ? undefined : effective.waiverNotNeeded;
}
