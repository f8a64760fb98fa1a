import type { JsonObject } from '@backstage/types';
import { DEFAULT_MATRIX } from './defaultMatrix';
import {
  packId,
  type CheckDefinition,
  type MatrixRow,
  type Pack,
  type PackProblem,
  type ReadPack,
} from './pack';
import { packSchema, type PackFile } from './packSchema';
import { packText, type TextPath } from './packText';
import type { Parameters } from './parameters';
import { levelRowOf, ONLY_IF, readCheck, type WrittenCheck } from './readCheck';
import { issueProblem, type RuleProblem } from './ruleProblems';
import { upstreamProblems } from './upstreamProblems';
import { wholeProblems } from './wholeProblems';

export interface ReadPackOptions {
  readonly file: string;
  /** Packs that were read before: what `extends` may name. */
  readonly known?: (packId: string) => Pack | undefined;
}

/**
 * Reads a pack of checks. A pack that is wrong as a whole is refused with the line and the reason; a check that is wrong is kept
 * as one that cannot be asked, and all others are.
 */
export function readPack(text: string, { file, known }: ReadPackOptions): ReadPack {
  const { value, lineOf, problem } = packText(text);
  if (problem !== undefined) return { problems: [{ severity: 'refused', file, ...problem }] };

  const say = (
    severity: PackProblem['severity'],
    { path, message }: RuleProblem,
    check?: string,
  ) => {
    const line = lineOf(path);
    return {
      severity,
      file,
      ...(line !== undefined && { line }),
      ...(check !== undefined && { check }),
      ...(path.length > 0 && { path: path.join('.') }),
      message,
    };
  };

  const read = packSchema.safeParse(value);
  if (!read.success) {
    return {
      problems: read.error.issues.map(issue => say('refused', issueProblem(issue))),
    };
  }
  const written = read.data;
  const base = written.extends === undefined ? undefined : known?.(written.extends);
  const refused = wholeProblems(written, base);
  if (refused.length > 0) return { problems: refused.map(wrong => say('refused', wrong)) };

  const id = packId({ name: written.pack, version: written.version });
  const parameters: Parameters = { ...base?.parameters, ...written.parameters };
  const own = (written.checks ?? []) as readonly WrittenCheck[];
  const inherited = Object.values(base?.written ?? {}) as unknown as readonly WrittenCheck[];
  const problems: PackProblem[] = [];
  const used = new Set<string>();
  const definitions = [...inherited, ...own].map((check, index) => {
    const result = readCheck(check, parameters, id);
    for (const name of result.parameters) used.add(name);
    const path: TextPath =
      index < inherited.length ? ['parameters'] : ['checks', index - inherited.length];
    for (const wrong of result.problems) {
      const at = index < inherited.length ? path : [...path, ...wrong.path];
      problems.push(say('check', { path: at, message: wrong.message }, check.id));
    }
    return result.definition;
  });
  const upstream = upstreamProblems(definitions);
  for (const [check, message] of upstream) {
    const index = own.findIndex(({ id: ownId }) => ownId === check);
    problems.push(say('check', { path: ['checks', index, 'rule'], message }, check));
  }
  for (const name of Object.keys(written.parameters ?? {})) {
    if (used.has(name)) continue;
    const wrong = { path: ['parameters', name], message: `parameter ${name} is used by no check` };
    if (base !== undefined) return { problems: [say('refused', wrong)] };
    problems.push(say('warning', wrong));
  }

  const title = written.title ?? base?.title ?? written.pack;
  const owner = written.owner ?? base?.owner;
  const source = written.source ?? base?.source;
  const pack: Pack = {
    name: written.pack,
    version: written.version,
    title,
    ...(source !== undefined && { source }),
    ...(owner !== undefined && { owner }),
    parameters,
    matrix: written.levels?.map(matrixRowOf) ?? base?.matrix ?? DEFAULT_MATRIX,
    checks: definitions.map(definition => finished(definition, upstream, written, base)),
    text,
    ...(base !== undefined && { extends: [packId(base), ...(base.extends ?? [])] }),
    written: Object.fromEntries(
      [...inherited, ...own].map(check => [check.id, check as JsonObject]),
    ),
  };
  return { pack, problems };
}

function matrixRowOf({ when, ...row }: NonNullable<PackFile['levels']>[number]): MatrixRow {
  return { ...row, ...(when !== undefined && { when: when as NonNullable<MatrixRow['when']> }) };
}

function finished(
  definition: CheckDefinition,
  upstream: ReadonlyMap<string, string>,
  written: PackFile,
  base: Pack | undefined,
): CheckDefinition {
  const change = written.changes?.find(({ id }) => id === definition.id);
  const before = base?.checks.find(({ id }) => id === definition.id)?.set;
  // What a parameter of the base switched off is asked again with another value.
  const kept = before?.reason === ONLY_IF ? undefined : before;
  const set = change === undefined ? kept : setOf(change);
  const broken = upstream.get(definition.id);
  return {
    ...definition,
    ...(set !== undefined && { set }),
    ...(broken !== undefined && { broken }),
  };
}

function setOf({ id: _, reason, ...row }: NonNullable<PackFile['changes']>[number]) {
  return { ...levelRowOf(row), ...(reason !== undefined && { reason }) };
}
