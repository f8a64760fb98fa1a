import type { Problem } from 'backstage-plugin-infra-overview-common';
import type { EntityIndex, PlacedEntity } from '../catalogFiles/entityIndex';
import { overviewOf } from '../catalogFiles/overviewOf';
import type { CatalogFile } from '../catalogFiles/readFiles';
import type { World } from '../world';
import type { Finding } from './finding';

const KINDS = ['domain', 'system', 'component'];
// Whether they are so can only be told with everything above.
const NEEDS_ALL: readonly Problem['code'][] = ['dangling-ref', 'section-missing'];
// What stands above may lie in another repository.
const NOT_HERE: readonly Problem['code'][] = ['missing-parent', 'parts-left-out'];

/** What is wrong with the files as YAML, and with the documents in them. */
export function documentFindings(
  files: readonly CatalogFile[],
  index: EntityIndex,
  world: Pick<World, 'now' | 'isTimeZone'>,
): readonly Finding[] {
  return [
    ...files.flatMap(unreadable),
    ...index.repeated.map(repeated),
    ...[...index.entities.values()].flatMap(placed => problemsOf(placed, index, world)),
  ];
}

function unreadable(file: CatalogFile): readonly Finding[] {
  const error = (rule: string, message: string, place: Partial<Finding> = {}): Finding => ({
    file: file.path,
    severity: 'error',
    rule,
    message,
    ...place,
  });
  if (file.state === 'too-large')
    return [
      error(
        'too-large',
        'is larger than 2 MiB: the catalog refuses it, since it cannot be searched for secrets',
        { fix: 'Split it.' },
      ),
    ];
  if (file.state !== 'read') return [];
  return file.errors.map(({ line, column, code }) =>
    error('not-yaml', `is no YAML here (${code})`, { line, column }),
  );
}

function repeated({ ref, file, line }: PlacedEntity): Finding {
  return {
    file,
    line,
    severity: 'error',
    rule: 'repeated-entity',
    entityRef: ref,
    message: `${ref} is there twice`,
  };
}

function problemsOf(
  placed: PlacedEntity,
  index: EntityIndex,
  world: Pick<World, 'now' | 'isTimeZone'>,
): readonly Finding[] {
  const { entity, ref, file } = placed;
  if (!KINDS.includes(entity.kind.toLowerCase()) || entity.spec?.infra === undefined) return [];
  const { overview, isComplete } = overviewOf(placed, index, world);
  return overview.problems
    .filter(({ entityRef, code }) => entityRef === ref && !NOT_HERE.includes(code))
    .filter(({ code }) => isComplete || !NEEDS_ALL.includes(code))
    .map(({ code, severity, path, line, message, fix }) => ({
      file,
      line: line ?? placed.lineOf(path),
      severity: severity === 'refused' ? 'error' : severity,
      rule: code,
      entityRef: ref,
      path,
      message,
      ...(fix !== undefined && { fix }),
    }));
}
