import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';
import type { LookedAt, ProjectLooks } from '../observations/look/ProjectLooks';
import { countsOf } from './countsOf';
import type { DriftStore } from './DriftStore';
import type { Teller } from './Teller';

const BATCH = 50;

export interface RecordDriftOptions {
  readonly looks: Pick<ProjectLooks, 'of'>;
  readonly store: DriftStore;
  readonly teller: Teller;
  readonly callOptions: CallOptions;
  readonly logger: LoggerService;
  readonly now: () => Instant;
  readonly signal: AbortSignal;
}

/** Compares these projects with what was known of them, and tells their owners what began and what ended. Returns those that changed. */
export async function recordDrift(
  entityRefs: readonly string[],
  options: RecordDriftOptions,
): Promise<readonly string[]> {
  const { looks, callOptions, logger, signal } = options;
  const changed: string[] = [];
  for (let start = 0; start < entityRefs.length && !signal.aborted; start += BATCH) {
    const batch = entityRefs.slice(start, start + BATCH);
    for (const [ref, looked] of await looks.of(batch, callOptions)) {
      try {
        if (await recordOne(looked, options)) changed.push(ref);
      } catch (error) {
        // A mistake about one project must not stand in the way of the others. What a database says may repeat a value.
        logger.error(`The drift of ${ref} could not be recorded`, {
          error: error instanceof Error ? error.name : 'unknown',
        });
      }
    }
  }
  return changed;
}

async function recordOne({ page, look }: LookedAt, options: RecordDriftOptions): Promise<boolean> {
  const { store, teller, now } = options;
  // Counted at the System, for all its parts.
  if (page.only !== 'whole-project') return false;
  const seenAt = newestOf(look);
  if (seenAt === undefined) {
    await store.forget([page.entityRef]);
    return false;
  }
  const at = now();
  const counts = { ...countsOf(look.drift, at), seenAt };
  const { began, ended, over } = await store.record(
    page.entityRef,
    { findings: look.drift, counts },
    at,
  );
  if (began.length > 0 || ended > 0) {
    const sent = await teller.drifted(page, { began: began.length, ended });
    if (sent === 'not-sent') await store.untold(page.entityRef, began);
  }
  return began.length > 0 || over.length > 0;
}

/** An app that is declared and nowhere to be seen was looked for too. */
function newestOf({ bound, drift }: LookedAt['look']): Instant | undefined {
  const dates = [
    ...bound.flatMap(({ subject }) => subject.parts.map(part => part.at)),
    ...drift.map(finding => finding.at),
  ];
  return dates.length === 0 ? undefined : Math.max(...dates);
}
