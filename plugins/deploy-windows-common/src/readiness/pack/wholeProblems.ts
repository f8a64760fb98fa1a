import type { Pack } from './pack';
import type { PackFile } from './packSchema';
import { predicateProblems } from './readCheck';
import type { RuleProblem } from './ruleProblems';

/** What makes the pack as a whole say something else than its author meant. */
export function wholeProblems(written: PackFile, base: Pack | undefined): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (written.extends !== undefined && base === undefined) {
    problems.push({
      path: ['extends'],
      message: `${written.extends} is not a pack that is loaded`,
    });
  }
  const seen = new Set(Object.keys(base?.written ?? {}));
  for (const [index, { id }] of (written.checks ?? []).entries()) {
    if (seen.has(id))
      problems.push({ path: ['checks', index, 'id'], message: `${id} is there twice` });
    seen.add(id);
  }
  const changed = new Set<string>();
  for (const [index, { id, when }] of (written.changes ?? []).entries()) {
    const path = ['changes', index];
    if (!seen.has(id)) problems.push({ path: [...path, 'id'], message: `there is no check ${id}` });
    if (changed.has(id))
      problems.push({ path: [...path, 'id'], message: `${id} is changed twice` });
    changed.add(id);
    problems.push(...predicateProblems(when, [...path, 'when']));
  }
  for (const [index, { when }] of (written.levels ?? []).entries()) {
    problems.push(...predicateProblems(when, ['levels', index, 'when']));
  }
  if (seen.size === 0) problems.push({ path: [], message: 'there is no check in it' });
  return problems;
}
