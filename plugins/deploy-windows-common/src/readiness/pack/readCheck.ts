import type { FilterPredicate } from '@backstage/filter-predicates';
import { FACT_TYPES } from '../facts/factTypes';
import { fieldsOf, SUBJECT_SCOPE, typeOf } from '../rule/factScope';
import type { Rule } from '../rule/rule';
import { BASES, type CheckDefinition, type LevelRow } from './pack';
import { checkSchema, type CheckFile } from './packSchema';
import type { TextPath } from './packText';
import { putParametersIn, type Parameters } from './parameters';
import { readPredicate } from './readPredicate';
import { issueProblem, ruleProblems, type RuleProblem } from './ruleProblems';

export type WrittenCheck = Readonly<Record<string, unknown>> & { readonly id: string };

export interface ReadCheck {
  readonly definition: CheckDefinition;
  /** Paths below the check. Any of them makes the check one that cannot be asked. */
  readonly problems: readonly RuleProblem[];
  readonly parameters: ReadonlySet<string>;
}

/** One check. Whatever is wrong with it stays its own: there is always a row, and it says what is wrong. */
export function readCheck(written: WrittenCheck, parameters: Parameters, pack: string): ReadCheck {
  const { value, used: parametersUsed, missing } = putParametersIn(written, parameters);
  const broken = (problems: readonly RuleProblem[]): ReadCheck => {
    const words = problems[0] === undefined ? 'cannot be read' : problemWords(problems[0]);
    return { definition: brokenCheck(written, pack, words), problems, parameters: parametersUsed };
  };
  if (missing.length > 0) {
    return broken(
      missing.map(({ name, path }) => ({ path, message: `there is no parameter ${name}` })),
    );
  }
  const read = checkSchema.safeParse(value);
  if (!read.success) return broken(read.error.issues.map(issue => issueProblem(issue)));
  const problems = checkProblems(read.data);
  if (problems.length > 0) return broken(problems);
  return { definition: definitionOf(read.data, pack), problems, parameters: parametersUsed };
}

export function problemWords({ path, message }: RuleProblem): string {
  return path.length === 0 ? message : `${path.join('.')} ${message}`;
}

function checkProblems(check: CheckFile): readonly RuleProblem[] {
  const { mode, rule, attest, combine } = check;
  const wantsRule = mode !== 'attested';
  const wantsAttest = mode !== 'automatic';
  return [
    ...(wantsRule === (rule !== undefined)
      ? []
      : [{ path: ['mode'], message: wantsRule ? `${mode} needs a rule` : 'attested has no rule' }]),
    ...(wantsAttest === (attest !== undefined)
      ? []
      : [
          {
            path: ['mode'],
            message: wantsAttest ? `${mode} needs attest` : 'automatic has no attest',
          },
        ]),
    ...(combine !== undefined && mode !== 'hybrid'
      ? [{ path: ['combine'], message: 'is for hybrid checks' }]
      : []),
    ...(rule === undefined ? [] : ruleProblems(rule, ['rule'], SUBJECT_SCOPE)),
    ...(check.applies?.facts === undefined
      ? []
      : ruleProblems(check.applies.facts, ['applies', 'facts'], SUBJECT_SCOPE)),
    ...predicateProblems(check.applies?.subject, ['applies', 'subject']),
    ...check.level.flatMap(({ when }, index) => predicateProblems(when, ['level', index, 'when'])),
    ...boundProblems(check),
  ];
}

export function predicateProblems(value: unknown, path: TextPath): readonly RuleProblem[] {
  if (value === undefined) return [];
  const read = readPredicate(value);
  return 'wrong' in read ? [{ path, message: read.wrong }] : [];
}

function boundProblems({ attest }: CheckFile): readonly RuleProblem[] {
  if (attest === undefined) return [];
  const problems: RuleProblem[] = attest.boundTo.flatMap((fact, index) =>
    isFactOrGroup(fact)
      ? []
      : [{ path: ['attest', 'boundTo', index], message: `${fact} is not a fact` }],
  );
  if (attest.endsAt === undefined || isDateOfList(attest.endsAt)) return problems;
  const message = `${attest.endsAt} is not a date of a list of facts`;
  return [...problems, { path: ['attest', 'endsAt'], message }];
}

/** `exposure` stands for all facts below it, `alerts.targets` for one field of a list. */
export function isFactOrGroup(fact: string): boolean {
  return Object.entries(FACT_TYPES).some(
    ([known, type]) =>
      known === fact ||
      known.startsWith(`${fact}.`) ||
      (fact.startsWith(`${known}.`) &&
        Object.hasOwn(fieldsOf(type) ?? {}, fact.slice(known.length + 1))),
  );
}

/** `capacity.events.at`: the field `at` of the list `capacity.events`. */
function isDateOfList(path: string): boolean {
  const dot = path.lastIndexOf('.');
  const type = typeOf(SUBJECT_SCOPE, path.slice(0, dot));
  const fields = type === undefined ? undefined : fieldsOf(type);
  return fields?.[path.slice(dot + 1)] === 'date';
}

/** Why a check is off whose `onlyIf` is false. */
export const ONLY_IF = 'the pack asks for it only where its parameter is true';

function definitionOf(check: CheckFile, pack: string): CheckDefinition {
  const { id, applies, rule, attest, level, onlyIf, mode, combine, group, ...rest } = check;
  return {
    ...rest,
    id,
    pack,
    mode,
    combine: combine ?? 'both',
    group: group ?? groupOf(id),
    ...(applies !== undefined && {
      applies: {
        ...(applies.subject !== undefined && { subject: applies.subject as FilterPredicate }),
        ...(applies.facts !== undefined && { facts: applies.facts as Rule }),
      },
    }),
    ...(rule !== undefined && { rule: rule as Rule }),
    ...(attest !== undefined && { attest }),
    level: level.map(levelRowOf),
    ...(onlyIf === false && {
      set: { level: 'off', reason: ONLY_IF },
    }),
  };
}

export function levelRowOf({ when, ...row }: CheckFile['level'][number]): LevelRow {
  return { ...row, ...(when !== undefined && { when: when as FilterPredicate }) };
}

/** As strict as anything in it that can be read, and stricter where nothing can. */
function brokenCheck(written: WrittenCheck, pack: string, broken: string): CheckDefinition {
  const { id, version, basis, scope, everyStage, title, why, group } = written;
  return {
    id,
    version: typeof version === 'number' && Number.isInteger(version) ? version : 1,
    pack,
    basis: BASES.find(known => known === basis) ?? 'bold',
    scope: scope === 'service' || scope === 'group' ? scope : 'environment',
    everyStage: everyStage === true,
    mode: 'automatic',
    combine: 'both',
    title: typeof title === 'string' && title !== '' ? title : id,
    why: typeof why === 'string' ? why : '',
    group: typeof group === 'string' ? group : groupOf(id),
    level: [],
    broken,
  };
}

export function groupOf(id: string): string {
  return id.split('.')[0] ?? id;
}
