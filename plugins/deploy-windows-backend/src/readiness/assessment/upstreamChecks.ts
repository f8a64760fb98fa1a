import type { AskedCheck, Pack, Rule } from 'backstage-plugin-deploy-windows-common/readiness';

/** Checks of others that a rule asks about. */
export function upstreamChecksOf(rule: Rule | undefined): readonly string[] {
  if (rule === undefined) return [];
  if ('upstreams' in rule) return rule.upstreams.checks;
  if ('all' in rule) return rule.all.flatMap(upstreamChecksOf);
  if ('any' in rule) return rule.any.flatMap(upstreamChecksOf);
  return 'not' in rule ? upstreamChecksOf(rule.not) : [];
}

export function upstreamChecksAsked(asked: readonly AskedCheck[]): ReadonlySet<string> {
  return new Set(asked.flatMap(({ definition }) => upstreamChecksOf(definition.rule)));
}

/** Of all packs: checks whose outcome others may ask about. */
export function upstreamChecksIn(packs: readonly Pack[]): ReadonlySet<string> {
  return new Set(
    packs.flatMap(({ checks }) => checks.flatMap(({ rule }) => upstreamChecksOf(rule))),
  );
}
