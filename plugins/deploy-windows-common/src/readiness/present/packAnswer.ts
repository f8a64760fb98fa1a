import { describeDuration } from 'backstage-plugin-infra-overview-common';
import { packId, type CheckDefinition, type Pack, type PackProblem } from '../pack/pack';
import { ruleWords } from '../rule/ruleWords';
import type { PackAnswer } from '../wire';

/** A pack with every check in words. */
export function packAnswer(
  pack: Pack,
  options: {
    /** `shipped`, or the file it was read from. */
    readonly from: string;
    readonly problems: readonly PackProblem[];
  },
): PackAnswer {
  const { source, owner } = pack;
  return {
    pack: packId(pack),
    name: pack.name,
    version: pack.version,
    title: pack.title,
    ...(source !== undefined && { source: sourceOf(source) }),
    ...(owner !== undefined && { owner }),
    parameters: { ...pack.parameters } as PackAnswer['parameters'],
    from: options.from,
    checks: pack.checks.map(packCheck),
    problems: options.problems.map(({ severity, line, check, message }) => ({
      severity,
      ...(line !== undefined && { line }),
      ...(check !== undefined && { check }),
      message,
    })),
  };
}

function sourceOf({
  document,
  sections,
}: NonNullable<Pack['source']>): NonNullable<PackAnswer['source']> {
  return {
    ...(document !== undefined && { document }),
    ...(sections !== undefined && { sections: [...sections] }),
  };
}

function packCheck(check: CheckDefinition): PackAnswer['checks'][number] {
  const { place, rule, attest, broken } = check;
  return {
    id: check.id,
    version: check.version,
    group: check.group,
    title: check.title,
    why: check.why,
    ...(place !== undefined && { place }),
    basis: check.basis,
    scope: check.scope,
    mode: check.mode,
    ruleWords: rule === undefined ? [] : [...ruleWords(rule)],
    ...(attest !== undefined && {
      statement: attest.statement,
      validFor: describeDuration(attest.validFor),
    }),
    ...(broken !== undefined && { broken }),
  };
}
