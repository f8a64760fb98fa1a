import type { SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  assess,
  canonicalJson,
  effective,
  STATUSES,
  subjectAnswer,
  verdictOf,
  type Instant,
  type Layers,
  type OrgGraph,
  type Titles,
  type UpstreamStatus,
  type Verdict,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { SubjectCase } from './casesOf';
import { gateOf } from './gateOf';
import { titlesOf } from './orgOf';

/** A subject and what it is worth. */
export interface JudgedCase extends SubjectCase {
  readonly verdict: Verdict;
  readonly answer: SubjectAnswer;
}

export interface JudgeOptions {
  readonly org: OrgGraph;
  readonly now: Instant;
  readonly digest: (text: string) => string;
}

const NOBODY: UpstreamStatus = () => undefined;

/** The verdict of each, as a portal with these files and answers would give it. */
export function judgeFiles(
  cases: readonly SubjectCase[],
  options: JudgeOptions,
): readonly JudgedCase[] {
  // Checks that dependencies are asked for ask for none themselves, so a first round without is right for them.
  const first = new Map(cases.map(one => [one.subject.key, layersOf(one, options.org, NOBODY)]));
  const upstream = upstreamIn(cases, first, options.now);
  const verdicts = new Map<string, Verdict>();
  for (const one of cases) {
    const alone = first.get(one.subject.key) ?? [];
    const layers = one.source.dependsOn.length === 0 ? alone : layersOf(one, options.org, upstream);
    verdicts.set(one.subject.key, verdictOf(one.subject, layers, options.now));
  }
  const titles = titlesOf(options.org);
  return cases.flatMap(one => {
    const verdict = verdicts.get(one.subject.key);
    if (verdict === undefined) return [];
    const answer = answerOf(one, verdict, siblingsOf(one, cases, verdicts), titles, options);
    return [{ ...one, verdict, answer }];
  });
}

function layersOf(one: SubjectCase, org: OrgGraph, upstream: UpstreamStatus): readonly Layers[] {
  const { subject, facts, serviceFacts, asked, records } = one;
  return assess({ subject, facts, serviceFacts, asked, org, records, upstream });
}

/** Of several environments at one stage the worst. */
function upstreamIn(
  cases: readonly SubjectCase[],
  layers: ReadonlyMap<string, readonly Layers[]>,
  now: Instant,
): UpstreamStatus {
  return (entityRef, stage, checkId) => {
    const there = cases.filter(
      ({ subject }) => subject.entityRef === entityRef && subject.view.stage === stage,
    );
    const statuses = there
      .flatMap(({ subject }) => layers.get(subject.key) ?? [])
      .filter(({ asked }) => asked.definition.id === checkId)
      .map(each => {
        const worth = effective(each, now);
        return worth.status === 'waived' ? worth.underlying.status : worth.status;
      });
    return statuses.sort((a, b) => STATUSES.indexOf(a) - STATUSES.indexOf(b))[0];
  };
}

function siblingsOf(
  { subject, source }: SubjectCase,
  cases: readonly SubjectCase[],
  verdicts: ReadonlyMap<string, Verdict>,
) {
  return cases.flatMap(other => {
    const verdict = verdicts.get(other.subject.key);
    if (other.source !== source || other.subject === subject || verdict === undefined) return [];
    const { key, environment = '' } = other.subject;
    return [{ subject: key, environment, verdict: verdict.verdict }];
  });
}

function answerOf(
  { subject, source, facts, packs }: SubjectCase,
  verdict: Verdict,
  siblings: SubjectAnswer['siblings'],
  titles: Titles,
  { now, digest }: JudgeOptions,
): SubjectAnswer {
  const { owner, system, domain, document, problems } = source;
  const alerted = facts.fields.alertPeople;
  const people = alerted?.state === 'texts' ? alerted.values : [];
  return subjectAnswer(verdict, {
    now,
    subject,
    titles,
    document,
    problems,
    siblings,
    factsReadAt: now,
    gate: gateOf(source, subject, now),
    packs,
    people: people.map(ref => ({ ref, title: titles[ref] ?? ref })),
    fingerprint: bound => digest(canonicalJson(bound)),
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    ...(domain !== undefined && { domain }),
  });
}
