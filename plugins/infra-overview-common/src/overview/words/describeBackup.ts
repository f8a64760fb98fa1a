import { describeDate } from './describeDate';
import { describeDuration, describeFrequency } from './describeDuration';
import { present } from './sentence';
import { wordLabel } from './wordLabels';

interface BackupWords {
  readonly method?: string | undefined;
  readonly frequency?: string | undefined;
  readonly retention?: string | undefined;
  readonly location?: string | undefined;
  readonly pitr?: unknown;
}

interface RestoreTestWords {
  readonly status: 'passed' | 'failed' | 'never';
  readonly at?: string | undefined;
  readonly environment?: string | undefined;
}

/** 'snapshot every day, kept for 28 days', 'continuous, back to any moment of the last 4 days', 'no backup'. */
export function describeBackup(backup: BackupWords): string {
  if (backup.method === 'none') return 'no backup';
  const { frequency, retention, location } = backup;
  const reach = pitrWindow(backup.pitr);
  const method = backup.method === undefined ? 'method not stated' : wordLabel(backup.method);
  const often = frequency !== undefined && describeFrequency(frequency);
  return present([
    often ? `${method} ${often}` : method,
    reach !== undefined && `back to any moment of the last ${describeDuration(reach)}`,
    retention !== undefined && `kept for ${describeDuration(retention)}`,
    location !== undefined && `in ${location}`,
  ]).join(', ');
}

function pitrWindow(pitr: unknown): string | undefined {
  if (typeof pitr !== 'object' || pitr === null || !('window' in pitr)) return undefined;
  return typeof pitr.window === 'string' ? pitr.window : undefined;
}

/** 'restored on 12 Oct 2026', 'failed on …', 'never tried'. */
export function describeRestoreTest({ status, at, environment }: RestoreTestWords): string {
  const when = at === undefined ? ', date not stated' : ` on ${describeDate(at)}`;
  const where = environment === undefined ? '' : ` in ${environment}`;
  switch (status) {
    case 'passed':
      return `passed${where}${when}`;
    case 'failed':
      return `failed${where}${when}`;
    case 'never':
      return 'never tried';
    default:
      throw new Error(status satisfies never);
  }
}
