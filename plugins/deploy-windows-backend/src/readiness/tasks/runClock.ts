import type { Instant } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Evaluation } from '../assessment/Evaluation';
import type { SubjectTable } from '../assessment/SubjectTable';

export interface ClockOptions {
  readonly subjects: Pick<SubjectTable, 'due'>;
  readonly evaluation: Pick<Evaluation, 'restate'>;
  readonly now: Instant;
  readonly signal: AbortSignal;
}

const BATCH = 500;
const ROUNDS = 40;

/** What time alone has made another: confirmations and waivers that ended, levels that began, results that grew old. */
export async function runClock({ subjects, evaluation, now, signal }: ClockOptions): Promise<void> {
  for (let round = 0; round < ROUNDS && !signal.aborted; round += 1) {
    const due = await subjects.due(now, BATCH);
    if (due.length === 0) return;
    await evaluation.restate(due, { cause: 'time' });
    if (due.length < BATCH) return;
  }
}
