import {
  instantText,
  type CheckSubjectsAnswer,
  type HistoryAnswer,
  type RollupAnswer,
  type RollupQuery,
  type SubjectAnswer,
  type SubjectsAnswer,
  type SubjectsQuery,
  type TrendAnswer,
  type TrendQuery,
} from 'backstage-plugin-deploy-windows-common';
import { DAY } from 'backstage-plugin-deploy-windows-common/evaluator';
import {
  becauseWords,
  countVerdicts,
  effective,
  readinessMarkdown,
  rollup,
  STATUSES,
  subjectAnswer,
  subjectCsvRows,
  subjectRow,
  UNDECLARED,
  verdictOf,
  type Status,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { invalid, notFound } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import type { Assessments, SubjectOutline } from '../assessment/Assessments';
import { askedAbout, facetsOf, worstFirst } from './asked';
import type { CheckBook } from './CheckBook';
import { csvText } from './csvText';
import type { FleetReader, Standing, StoredStatus } from './FleetReader';
import type { CheckSubjectsQuery, Exported, FleetService } from './FleetService';
import { outlineOf } from './outlineOf';
import { pageOf } from './page';
import type { Presenter } from './Presenter';
import { transitionText } from './transitionText';

export interface FleetServiceDeps {
  readonly assessments: Pick<Assessments, 'verdicts' | 'load' | 'org'>;
  readonly reader: FleetReader;
  readonly presenter: Presenter;
  readonly checks: CheckBook;
}

const HISTORY = 50;
const MOST_EXPORTED = 1_000;
const EVERYTHING = '*';

export class DefaultFleetService implements FleetService {
  readonly #deps: FleetServiceDeps;

  constructor(deps: FleetServiceDeps) {
    this.#deps = deps;
  }

  standings(): Promise<readonly Standing[]> {
    return this.#deps.reader.standings();
  }

  async subjects(
    query: SubjectsQuery,
    seen: readonly Standing[],
    options: CallOptions,
  ): Promise<SubjectsAnswer> {
    const asked = await this.#asked(query, seen);
    const { items, nextCursor } = pageOf(asked, query);
    return {
      rows: [...(await this.#rows(items, options))],
      total: asked.length,
      byVerdict: countVerdicts(asked),
      ...(nextCursor !== undefined && { nextCursor }),
      facets: facetsOf(seen),
    };
  }

  async checkSubjects(
    checkId: string,
    { status, ...stretch }: CheckSubjectsQuery,
    seen: readonly Standing[],
    options: CallOptions,
  ): Promise<CheckSubjectsAnswer> {
    const byKey = new Map(seen.map(standing => [standing.key, standing]));
    const found = (await this.#deps.reader.statuses(checkId)).filter(({ subject }) =>
      byKey.has(subject),
    );
    const definition = (await this.#deps.checks.of([checkId])).get(checkId);
    if (definition === undefined)
      throw notFound('UNKNOWN_CHECK', `${checkId} is asked of nothing here, or you may not see it`);
    const asked = found
      .filter(each => status === undefined || each.status === status)
      .sort((a, b) => rankOf(a) - rankOf(b) || (a.subject < b.subject ? -1 : 1));
    const { items, nextCursor } = pageOf(asked, stretch);
    const { id, title, why, pack } = definition;
    return {
      check: { id, title, why, pack },
      rows: [...(await this.#checkRows(checkId, items, options))],
      byStatus: countStatuses(found),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  async rollup({ by, ref, stage }: RollupQuery, seen: readonly Standing[]): Promise<RollupAnswer> {
    const keys = new Set(seen.map(({ key }) => key));
    const statuses = (await this.#deps.reader.statuses()).filter(
      ({ subject, level }) => keys.has(subject) && level !== 'off',
    );
    const definitions = await this.#deps.checks.of([
      ...new Set(statuses.map(({ checkId }) => checkId)),
    ]);
    const checks = statuses.flatMap(({ subject, checkId, level, status }) => {
      const definition = definitions.get(checkId);
      if (definition === undefined) return [];
      const { id, title, pack, group } = definition;
      return [{ subject, id, title, pack, group, level, status }];
    });
    return rollup(seen, checks, {
      by,
      ...(ref !== undefined && { ref: ref.toLowerCase() }),
      ...(stage !== undefined && { stage }),
      org: await this.#deps.assessments.org(),
    });
  }

  async trend({ ref, stage, days }: TrendQuery, { now }: CallOptions): Promise<TrendAnswer> {
    const since = new Date(now - (days - 1) * DAY).toISOString().slice(0, 10);
    const counts = await this.#deps.reader.daily({
      ref: ref?.toLowerCase() ?? EVERYTHING,
      since,
      ...(stage !== undefined && { stage }),
    });
    const byDay = new Map<string, TrendAnswer['days'][number]>();
    for (const { day, verdict, subjects } of counts) {
      const row = byDay.get(day) ?? { day, byVerdict: countVerdicts([]) };
      row.byVerdict[verdict] += subjects;
      byDay.set(day, row);
    }
    return { days: [...byDay.values()] };
  }

  async history(
    { key }: SubjectOutline,
    query: { readonly check?: string; readonly cursor?: string },
    options: CallOptions,
  ): Promise<HistoryAnswer> {
    const { items, nextCursor } = await this.#deps.reader.transitions(key, {
      ...query,
      limit: HISTORY,
    });
    const definitions = await this.#deps.checks.of([...new Set(items.map(each => each.checkId))]);
    const seen = await this.#deps.presenter.seenIn(items, options);
    return {
      items: items.map(item => {
        const { id, checkId, from, to, at, cause, actor } = seen.value(item);
        return {
          id,
          checkId,
          title: definitions.get(checkId)?.title ?? checkId,
          ...(from !== undefined && { from }),
          to,
          at: instantText(at),
          cause,
          ...(actor !== undefined && { actor }),
          text: transitionText(seen.value(item), seen.titles),
        };
      }),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  async exported(
    kind: 'csv' | 'json' | 'md',
    query: SubjectsQuery,
    seen: readonly Standing[],
    options: CallOptions,
  ): Promise<Exported> {
    const asked = await this.#asked(query, seen);
    const file = { fileName: `readiness.${kind}`, subjects: asked.length };
    if (kind === 'csv') {
      const rows = subjectCsvRows(await this.#rows(asked, options));
      return { ...file, type: 'text/csv; charset=utf-8', content: csvText(rows) };
    }
    if (asked.length > MOST_EXPORTED)
      throw invalid(
        'TOO_MUCH',
        `${asked.length} subjects are more than one file holds; filter to ${MOST_EXPORTED} or fewer, or take the table (csv).`,
      );
    const subjects = await this.#subjects(asked, options);
    if (kind === 'md')
      return {
        ...file,
        type: 'text/markdown; charset=utf-8',
        content: readinessMarkdown(subjects),
      };
    const content = `${JSON.stringify({ at: instantText(options.now), subjects }, null, 2)}\n`;
    return { ...file, type: 'application/json; charset=utf-8', content };
  }

  async #asked(query: SubjectsQuery, seen: readonly Standing[]): Promise<readonly Standing[]> {
    const { check, status, evidence } = query;
    const { reader, assessments } = this.#deps;
    const ofCheck =
      check === undefined && status === undefined
        ? undefined
        : (await reader.statuses(check)).filter(
            each =>
              (status === undefined || each.status === status) &&
              // Without a check: with any that counts.
              (check !== undefined || each.level === 'must'),
          );
    return [
      ...askedAbout(seen, query, {
        org: await assessments.org(),
        ...(ofCheck && { ofCheck: new Set(ofCheck.map(({ subject }) => subject)) }),
        ...(evidence === 'declared' && { declaredOnly: await reader.declaredOnly() }),
      }),
    ].sort(worstFirst);
  }

  /** In the order asked. */
  async #rows(outlines: readonly SubjectOutline[], { now }: CallOptions) {
    const { assessments, presenter } = this.#deps;
    const stored = await assessments.verdicts(outlines.map(({ key }) => key));
    const gateOf = await presenter.gates(now);
    return stored.map(({ outline, subject, verdict, readAt }) =>
      subjectRow(
        verdict,
        presenter.ofSubject(outline, { now, gate: gateOf(outline.key), readAt, subject }),
      ),
    );
  }

  async #checkRows(
    checkId: string,
    items: readonly StoredStatus[],
    options: CallOptions,
  ): Promise<CheckSubjectsAnswer['rows']> {
    const { assessments, presenter } = this.#deps;
    const loaded = await assessments.load(items.map(({ subject }) => subject));
    const own = loaded.flatMap(({ layers, ...rest }) => {
      const found = layers.find(({ asked }) => asked.definition.id === checkId);
      return found ? [{ ...rest, layers: found }] : [];
    });
    const seen = await presenter.seenIn(
      own.map(({ layers }) => layers),
      options,
    );
    return own.map(({ subject, ownerRef, layers }) => {
      const [shown = layers] = seen.layers([layers]);
      const now = effective(shown, options.now);
      return {
        subject: subject.key,
        title: subject.title,
        environment: subject.environment ?? UNDECLARED,
        ...(ownerRef !== undefined && { owner: ownerRef }),
        level: now.level.value,
        status: now.status,
        because: becauseWords(now, { titles: seen.titles }),
        ...('evidence' in now && now.evidence !== undefined && { evidence: now.evidence }),
      };
    });
  }

  async #subjects(
    outlines: readonly SubjectOutline[],
    options: CallOptions,
  ): Promise<readonly SubjectAnswer[]> {
    const { assessments, presenter } = this.#deps;
    const loaded = await assessments.load(outlines.map(({ key }) => key));
    const seen = await presenter.seenIn(
      loaded.map(({ layers }) => layers),
      options,
    );
    const gateOf = await presenter.gates(options.now);
    return loaded.map(each => {
      const { subject, layers, readAt, since, packs, problems } = each;
      const gate = gateOf(subject.key);
      const { now } = options;
      return subjectAnswer(verdictOf(subject, seen.layers(layers), now), {
        ...presenter.ofSubject(outlineOf(each), { now, seen, gate, readAt, subject }),
        since,
        packs,
        problems,
      });
    });
  }
}

function rankOf({ level, status }: StoredStatus): number {
  return (level === 'must' ? 0 : STATUSES.length) + STATUSES.indexOf(status);
}

function countStatuses(found: readonly StoredStatus[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map(status => [status, 0])) as Record<Status, number>;
  for (const { status } of found) counts[status] += 1;
  return counts;
}
