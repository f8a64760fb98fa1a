import type {
  CompareAnswer,
  RefreshAnswer,
  SubjectAnswer,
  VerdictAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  compareAnswer,
  packId,
  subjectAnswer,
  subjectRow,
  UNDECLARED,
  verdictAnswer,
  verdictOf,
  type Gate,
  type Instant,
  type PageContext,
  type Verdict,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';
import type { EntityFacts, TargetDirectory } from '../../policy/TargetDirectory';
import { unknownSubject } from '../answers/Affected';
import type {
  Assessments,
  LoadedSubject,
  StoredVerdict,
  SubjectOutline,
} from '../assessment/Assessments';
import type { Seen } from './Names';
import { outlineOf } from './outlineOf';
import type { Presenter } from './Presenter';
import type { SubjectService } from './SubjectService';

export interface SubjectServiceDeps {
  readonly assessments: Assessments;
  readonly presenter: Presenter;
  readonly directory: Pick<TargetDirectory, 'facts'>;
}

export class DefaultSubjectService implements SubjectService {
  readonly #deps: SubjectServiceDeps;

  constructor(deps: SubjectServiceDeps) {
    this.#deps = deps;
  }

  async verdict(
    { key }: SubjectOutline,
    at: Instant | undefined,
    options: CallOptions,
  ): Promise<VerdictAnswer> {
    const loaded = await this.#load(key);
    const seen = await this.#deps.presenter.seenIn([loaded.layers], options);
    const gateOf = await this.#deps.presenter.gates(at ?? options.now);
    return verdictAnswer(...this.#judged(loaded, seen, gateOf, at ?? options.now, options));
  }

  async verdicts(
    outlines: readonly (SubjectOutline | undefined)[],
    at: Instant | undefined,
    options: CallOptions,
  ) {
    const asked = outlines.flatMap(outline => outline ?? []);
    const stored = await this.#verdicts(asked, at);
    const byKey = new Map(stored.map(each => [each.outline.key, each]));
    const gateOf = await this.#deps.presenter.gates(at ?? options.now);
    return outlines.map(outline => {
      const found = outline && byKey.get(outline.key);
      return found && this.row(found, gateOf, options.now);
    });
  }

  row(
    { outline, subject, verdict, readAt }: StoredVerdict,
    gateOf: (key: string) => Gate,
    now: Instant,
  ) {
    const gate = gateOf(outline.key);
    return subjectRow(
      verdict,
      this.#deps.presenter.ofSubject(outline, { now, gate, readAt, subject }),
    );
  }

  async subject(
    { key }: SubjectOutline,
    siblings: readonly SubjectOutline[],
    options: CallOptions,
  ): Promise<SubjectAnswer> {
    const loaded = await this.#load(key);
    const { facts, layers, packs, problems, since, target } = loaded;
    const alerted = facts.fields.alertPeople;
    const people = alerted?.state === 'texts' ? alerted.values : [];
    const seen = await this.#deps.presenter.seenIn([layers, people], options);
    const gateOf = await this.#deps.presenter.gates(options.now);
    const [verdict, context] = this.#judged(loaded, seen, gateOf, options.now, options);
    const entity = target?.facts ?? (await this.#deps.directory.facts(loaded.subject.entityRef));
    const others = await this.#deps.assessments.verdicts(siblings.map(sibling => sibling.key));
    const titles = new Map(
      this.#deps.assessments.packs().packs.map(pack => [packId(pack), pack.title]),
    );
    const page: PageContext = {
      ...context,
      since,
      packs: packs.map(({ pack, because }) => ({ pack, title: titles.get(pack) ?? pack, because })),
      siblings: others.map(({ outline, verdict: { verdict: word } }) => ({
        subject: outline.key,
        environment: outline.environment ?? UNDECLARED,
        verdict: word,
      })),
      people: people.flatMap(ref => {
        const title = seen.titles[ref.toLowerCase()];
        return title === undefined ? [] : [{ ref, title }];
      }),
      ...(entity && { document: documentOf(entity, loaded) }),
      ...(entity?.sourceUrl !== undefined && { sourceUrl: entity.sourceUrl }),
      problems,
    };
    return subjectAnswer(verdict, page);
  }

  async compare(
    a: SubjectOutline,
    b: SubjectOutline,
    options: CallOptions,
  ): Promise<CompareAnswer> {
    const loaded = await this.#deps.assessments.load([a.key, b.key]);
    const seen = await this.#deps.presenter.seenIn(
      loaded.map(({ layers }) => layers),
      options,
    );
    const gateOf = await this.#deps.presenter.gates(options.now);
    const sides = [a, b].map(({ key }) => {
      const found = loaded.find(({ subject }) => subject.key === key);
      if (found === undefined) throw unknownSubject(key);
      const [verdict, context] = this.#judged(found, seen, gateOf, options.now, options);
      return { verdict, context };
    });
    const [left, right] = sides;
    if (left === undefined || right === undefined) throw unknownSubject(a.key);
    return compareAnswer(left, right);
  }

  async refresh(
    outline: SubjectOutline,
    siblings: readonly SubjectOutline[],
    options: CallOptions,
  ): Promise<RefreshAnswer> {
    const before = await this.#statuses(outline.key, options.now);
    await this.#deps.assessments.refresh(outline.key, { actor: options.principal.ref });
    const subject = await this.subject(outline, siblings, options);
    const changes = subject.checks.flatMap(({ id, title, status }): RefreshAnswer['changes'] => {
      const from = before?.statuses.get(id);
      if (from === status) return [];
      return [{ checkId: id, title, ...(from !== undefined && { from }), to: status }];
    });
    return {
      ...(before && { before: before.verdict }),
      after: subject.verdict,
      changes,
      subject,
    };
  }

  async #statuses(key: string, now: Instant) {
    const [loaded] = await this.#deps.assessments.load([key]);
    if (loaded === undefined) return undefined;
    const { verdict, checks } = verdictOf(loaded.subject, loaded.layers, now);
    const statuses = new Map(
      checks.map(({ layers, effective }) => [layers.asked.definition.id, effective.status]),
    );
    return { verdict, statuses };
  }

  /** What is stored is derived for now; another time is worked out from the checks. */
  async #verdicts(
    outlines: readonly SubjectOutline[],
    at: Instant | undefined,
  ): Promise<readonly StoredVerdict[]> {
    const keys = outlines.map(({ key }) => key);
    if (at === undefined) return this.#deps.assessments.verdicts(keys);
    const loaded = await this.#deps.assessments.load(keys);
    return loaded.map(each => ({
      outline: outlineOf(each),
      subject: each.subject,
      verdict: verdictOf(each.subject, each.layers, at),
      readAt: each.readAt,
    }));
  }

  #judged(
    loaded: LoadedSubject,
    seen: Seen,
    gateOf: (key: string) => Gate,
    at: Instant,
    { now }: CallOptions,
  ): [Verdict, ReturnType<Presenter['ofSubject']>] {
    const { subject, layers, readAt } = loaded;
    const gate = gateOf(subject.key);
    return [
      verdictOf(subject, seen.layers(layers), at),
      this.#deps.presenter.ofSubject(outlineOf(loaded), { now, seen, gate, readAt, subject }),
    ];
  }

  async #load(key: string): Promise<LoadedSubject> {
    const [loaded] = await this.#deps.assessments.load([key]);
    if (loaded === undefined) throw unknownSubject(key);
    return loaded;
  }
}

/** What stands above may say where it runs; only who says nothing at all has no document. */
function documentOf(
  { outcome }: EntityFacts,
  { subject }: LoadedSubject,
): NonNullable<PageContext['document']> {
  if (outcome !== 'absent') return outcome;
  return subject.environment === UNDECLARED ? 'absent' : 'read';
}
