import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from 'backstage-plugin-infra-overview-common';
import { findSecrets } from 'backstage-plugin-infra-overview-common/secrets';
import type { ObservationSource, SubjectReport, Wanted } from '../ObservationSource';
import { reasonOf } from '../SourceError';
import type { ObservationStore, SubjectNews } from '../store/ObservationStore';
import type { Dropped, Run } from '../store/RunStore';
import { gateReport } from './gateReport';

/** What a page shows of a run that dropped more is "and more" anyway. */
const MOST_DROPPED = 200;

export interface RunSourceOptions {
  readonly source: ObservationSource;
  readonly wanted: readonly Wanted[];
  readonly store: Pick<ObservationStore, 'save'>;
  readonly logger: LoggerService;
  readonly newId: () => string;
  readonly now: () => Instant;
  readonly signal: AbortSignal;
}

export interface RunResult {
  readonly run: Run;
  /** Subjects of which something is another value than before. */
  readonly changed: readonly SubjectNews[];
  /** Of all that were looked at. */
  readonly subjects: number;
}

/** One look of a source, a subject at a time. What fails leaves everything else as it was; it never throws. */
export async function runSource(options: RunSourceOptions): Promise<RunResult> {
  const { source, wanted, store, logger, now, signal } = options;
  const id = options.newId();
  const startedAt = now();
  const dropped: Dropped[] = [];
  const changed: SubjectNews[] = [];
  let [subjects, failed] = [0, 0];
  let isPartial = false;
  let broken: string | undefined;
  try {
    for await (const report of source.observe(wanted, signal)) {
      subjects += 1;
      const gated = gateReport(report);
      if (gated.outcome === 'refused') {
        isPartial = true;
        continue;
      }
      const { subject } = report;
      dropped.push(...gated.dropped.map(path => ({ subject, path })));
      const news = newsOf(source.id, gated.report);
      if (gated.report.outcome === 'failed') {
        failed += 1;
        dropped.push({ subject, reason: gated.report.reason });
      }
      if (gated.report.outcome !== 'ok') isPartial = true;
      if ((await store.save(news, { id, at: now() })) === 'changed') changed.push(news);
    }
  } catch (error) {
    broken = safeReason(error);
    // The name only: a message may repeat what the other side sent.
    logger.warn(`The source ${source.id} failed: ${broken}`, {
      error: error instanceof Error ? error.constructor.name : typeof error,
    });
  }
  if (signal.aborted && broken === undefined) broken = 'it was stopped before its end';
  const isFailed = broken !== undefined || (subjects > 0 && failed === subjects);
  const reason = broken ?? (isFailed ? firstReason(dropped) : undefined);
  return {
    run: {
      id,
      source: source.id,
      outcome: outcomeOf(isFailed, isPartial),
      ...(reason !== undefined && { reason }),
      dropped: dropped.slice(0, MOST_DROPPED),
      startedAt,
      finishedAt: now(),
    },
    changed,
    subjects,
  };
}

function firstReason(dropped: readonly Dropped[]): string | undefined {
  return dropped.flatMap(entry => ('reason' in entry ? [entry.reason] : []))[0];
}

function outcomeOf(isFailed: boolean, isPartial: boolean): Run['outcome'] {
  if (isFailed) return 'failed';
  return isPartial ? 'partial' : 'ok';
}

function newsOf(source: string, report: SubjectReport): SubjectNews {
  const { subject, group, environment, entityRef } = report;
  return {
    source,
    subject,
    ...(group !== undefined && { group }),
    ...(environment !== undefined && { environment }),
    ...(entityRef !== undefined && { entityRef: entityRef.toLocaleLowerCase('en-US') }),
    parts: report.outcome === 'failed' ? [] : report.parts,
    reach: report.outcome === 'ok' ? 'all' : 'some',
  };
}

function safeReason(error: unknown): string {
  const reason = reasonOf(error);
  return findSecrets(reason).length > 0 ? 'it gave no reason that can be shown' : reason;
}
