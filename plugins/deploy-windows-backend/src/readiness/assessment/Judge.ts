import {
  assess,
  boundFactsOf,
  declaredAnswers,
  type AskedCheck,
  type Attestation,
  type Facts,
  type Instant,
  type Layers,
  type Subject,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { breathe } from '../breathe';
import type { HashedCase } from '../subjects/CaseBook';
import type { World } from '../subjects/World';
import type { RecordReader, TransitionCause } from './Assessments';
import { answerKey, type DeclaredTable, type FirstSeen, type NewlySeen } from './DeclaredTable';
import { RecordBook } from './records';
import type { Draft } from './settle';
import type { StoredResult, StoredSubject } from './rows';
import type { SubjectTable } from './SubjectTable';
import { upstreamChecksAsked } from './upstreamChecks';
import { upstreamStatuses } from './UpstreamTable';

export interface JudgeOptions {
  readonly knex: Knex;
  readonly subjects: SubjectTable;
  readonly declared: DeclaredTable;
  readonly records: RecordReader;
}

export interface CaseToJudge {
  readonly found: HashedCase;
  readonly cause: TransitionCause;
  readonly actor?: string;
}

export interface Judgement {
  readonly drafts: readonly Draft[];
  readonly newlySeen: readonly NewlySeen[];
}

/** What was stored before, read before the facts are: who has judged later facts meanwhile wins. */
export interface Before {
  readonly subjects: ReadonlyMap<string, StoredSubject>;
  readonly results: ReadonlyMap<string, readonly StoredResult[]>;
}

const BREATHE_AFTER = 10;

/** Rules over facts with what people said: one read of each kind for a whole batch, the rest in memory. */
export class Judge {
  readonly #options: JudgeOptions;

  constructor(options: JudgeOptions) {
    this.#options = options;
  }

  async before(keys: readonly string[], trx?: Knex.Transaction): Promise<Before> {
    const { subjects } = this.#options;
    const found = await subjects.find(keys, trx);
    return {
      subjects: new Map(found.map(one => [one.subject.key, one])),
      results: await subjects.results(keys, trx),
    };
  }

  /** From what is stored, with what people said since: rules are not asked again. */
  async restate(
    keys: readonly string[],
    why: { readonly cause: TransitionCause; readonly actor?: string },
    trx?: Knex.Transaction,
  ): Promise<readonly Draft[]> {
    const { stored, book } = await this.stored(keys, trx);
    return stored.map(({ subject, results }): Draft => ({
      ...why,
      about: aboutStored(subject),
      before: subject,
      resultsBefore: results,
      layers: layersOf(subject, results, book),
    }));
  }

  /** What is there and not gone, with what was said of it. */
  async stored(keys: readonly string[], trx?: Knex.Transaction) {
    const { subjects, results } = await this.before(keys, trx);
    const found = [...subjects.values()].filter(({ goneAt }) => goneAt === undefined);
    return {
      stored: found.map(subject => ({ subject, results: results.get(subject.subject.key) ?? [] })),
      book: await this.#book(
        found.map(({ subject }) => subject),
        trx,
      ),
    };
  }

  async #book(
    subjects: readonly Pick<Subject, 'key' | 'entityRef'>[],
    trx?: Knex.Transaction,
  ): Promise<RecordBook> {
    const { records } = this.#options;
    const places = [...new Set(subjects.flatMap(({ key, entityRef }) => [key, entityRef]))];
    return new RecordBook({
      attestations: await records.attestations(places, trx),
      waivers: await records.waivers(places, trx),
    });
  }

  async judge(
    world: World,
    cases: readonly CaseToJudge[],
    before: Before,
    now: Instant,
  ): Promise<Judgement> {
    const { knex, declared } = this.#options;
    const keys = cases.map(({ found }) => found.subject.key);
    const book = await this.#book(cases.map(({ found }) => found.subject));
    const firstSeen = await declared.of(keys);
    const upstream = await upstreamStatuses(
      knex,
      new Set(cases.flatMap(({ found }) => upstreamRefs(found.facts))),
      upstreamChecksAsked(cases.flatMap(({ found }) => found.asked)),
    );
    const drafts: Draft[] = [];
    const newlySeen: NewlySeen[] = [];
    for (const [index, { found, cause, actor }] of cases.entries()) {
      const { subject, facts, serviceFacts, asked } = found;
      const said = answersOf(found, firstSeen, newlySeen, now);
      const places = [subject.key, subject.entityRef];
      const people = book.of(
        places,
        asked.map(({ definition }) => definition.id),
      );
      const layers = assess({
        subject,
        facts,
        ...(serviceFacts && { serviceFacts }),
        asked,
        org: world.org.graph,
        records: { ...people, attestations: [...people.attestations, ...said] },
        upstream,
      });
      const known = before.subjects.get(subject.key);
      drafts.push({
        about: aboutOf(found, said, known, now),
        layers,
        cause: known === undefined ? 'first' : cause,
        resultsBefore: before.results.get(subject.key) ?? [],
        ...(known !== undefined && { before: known }),
        ...(actor !== undefined && { actor }),
      });
      if (index % BREATHE_AFTER === BREATHE_AFTER - 1) await breathe();
    }
    return { drafts, newlySeen };
  }
}

/** As they are stored, with what people and the document said. */
export function layersOf(
  { declared }: Pick<StoredSubject, 'declared'>,
  results: readonly StoredResult[],
  book: RecordBook,
): readonly Layers[] {
  return results.map(({ layers, checkId }) => {
    const complete = book.complete(layers);
    const said = declared.filter(answer => answer.checkId === checkId);
    if (said.length === 0) return complete;
    const attestations = [...complete.attestations, ...said].sort(
      (a, b) => b.attestedAt - a.attestedAt || (a.id < b.id ? 1 : -1),
    );
    return { ...complete, attestations };
  });
}

function aboutStored(stored: StoredSubject): Draft['about'] {
  const { subject, facts, factsHash, askedHash, packs, declared, readAt } = stored;
  return { subject, facts, factsHash, askedHash, packs, declared, readAt, ...ownersOf(stored) };
}

function ownersOf({
  ownerRef,
  systemRef,
  domainRef,
}: Pick<StoredSubject, 'ownerRef' | 'systemRef' | 'domainRef'>) {
  return {
    ...(ownerRef !== undefined && { ownerRef }),
    ...(systemRef !== undefined && { systemRef }),
    ...(domainRef !== undefined && { domainRef }),
  };
}

function aboutOf(
  found: HashedCase,
  declared: readonly Attestation[],
  before: StoredSubject | undefined,
  now: Instant,
): Draft['about'] {
  const { subject, facts, hash, packs } = found;
  return {
    subject,
    facts,
    factsHash: hash.facts,
    askedHash: hash.asked,
    packs,
    declared,
    readAt: before?.factsHash === hash.facts ? before.readAt : now,
    ...ownersOf(found),
  };
}

/** Answers of the document. One that was never seen before is bound to the facts of today, and remembered so. */
function answersOf(
  { subject, effective, facts, serviceFacts = facts, asked }: HashedCase,
  firstSeen: ReadonlyMap<string, FirstSeen>,
  newlySeen: NewlySeen[],
  now: Instant,
): readonly Attestation[] {
  const factsOf = ({ definition }: AskedCheck) =>
    definition.scope === 'service' ? serviceFacts : facts;
  const checks = new Map(asked.map(check => [check.definition.id, check]));
  const seen = (checkId: string, contentHash: string): FirstSeen | undefined => {
    const known = firstSeen.get(answerKey(subject.key, checkId, contentHash));
    if (known !== undefined) return known;
    const check = checks.get(checkId);
    if (check === undefined) return undefined;
    const names = check.definition.attest?.boundTo ?? [];
    const boundFacts = boundFactsOf(factsOf(check), names);
    newlySeen.push({ subject: subject.key, checkId, contentHash, boundFacts, at: now });
    return { boundFacts, at: now };
  };
  return declaredAnswers(effective, subject, asked, seen, factsOf);
}

export function upstreamRefs({ fields }: Facts): readonly string[] {
  const { upstreams } = fields;
  return upstreams?.state === 'list' ? upstreams.items.map(({ name }) => name) : [];
}
