import { STATUSES, type UpstreamStatus } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Knex } from 'knex';
import { textOf } from '../../database/columns';
import { RESULTS } from './resultRow';
import type { Row } from './rows';
import { SUBJECTS } from './subjectRow';

type OwnStatus = NonNullable<ReturnType<UpstreamStatus>>;

/** What others are worth by themselves, for those who depend on them. One statement; none where nobody asks. */
export async function upstreamStatuses(
  knex: Knex,
  entityRefs: ReadonlySet<string>,
  checkIds: ReadonlySet<string>,
): Promise<UpstreamStatus> {
  if (entityRefs.size === 0 || checkIds.size === 0) return () => undefined;
  const rows: readonly Row[] = await knex(RESULTS)
    .join(SUBJECTS, `${SUBJECTS}.subject`, `${RESULTS}.subject`)
    .whereNull(`${SUBJECTS}.gone_at`)
    .whereIn(`${SUBJECTS}.entity_ref`, [...entityRefs])
    .whereIn(`${RESULTS}.check_id`, [...checkIds])
    .select(
      `${SUBJECTS}.entity_ref`,
      `${SUBJECTS}.stage`,
      `${RESULTS}.check_id`,
      `${RESULTS}.own_status`,
    );
  const found = new Map<string, OwnStatus>();
  for (const { entity_ref, stage, check_id, own_status } of rows) {
    const key = keyOf(textOf(entity_ref), textOf(stage), textOf(check_id));
    const status = textOf(own_status) as OwnStatus;
    const before = found.get(key);
    // Of several environments of one stage the worst counts.
    if (before === undefined || STATUSES.indexOf(status) < STATUSES.indexOf(before))
      found.set(key, status);
  }
  return (entityRef, stage, checkId) => found.get(keyOf(entityRef.toLowerCase(), stage, checkId));
}

function keyOf(...parts: readonly string[]): string {
  return parts.join('\n');
}
