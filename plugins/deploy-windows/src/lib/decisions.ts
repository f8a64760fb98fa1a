import type {
  DecisionAnswer,
  DecisionsAnswer,
  Instant,
} from 'backstage-plugin-deploy-windows-common';

/** The environments of one entity, and those that got no answer. */
export interface Decisions {
  readonly decisions: readonly DecisionAnswer[];
  readonly failures: readonly {
    readonly environment?: string;
    readonly code: string;
    readonly message: string;
  }[];
}

/** Production first, then as the server gave them. */
export function readDecisions({ results }: DecisionsAnswer): Decisions {
  const decisions = results.flatMap(({ decision }) => (decision === undefined ? [] : [decision]));
  return {
    decisions: [
      ...decisions.filter(({ stage }) => stage === 'production'),
      ...decisions.filter(({ stage }) => stage !== 'production'),
    ],
    failures: results.flatMap(({ environment, error }) =>
      error === undefined ? [] : [{ ...error, ...(environment !== undefined && { environment }) }],
    ),
  };
}

/** Nobody has written an environment: the answer is a way to declare one, not an error. */
export function isNothingDeclared({ decisions, failures }: Decisions): boolean {
  return decisions.length === 0 && failures.every(({ code }) => code === 'UNKNOWN_TARGET');
}

/** Milliseconds for which an answer can be trusted after it came. */
export function validFor({ at, validUntil }: DecisionAnswer): number {
  return Math.max(0, Date.parse(validUntil) - Date.parse(at));
}

/** What the server's clock reads now, whatever this computer's clock says. */
export function serverNow(
  { at }: { readonly at: string },
  answeredAt: Instant,
  now: Instant,
): Instant {
  return Date.parse(at) + Math.max(0, now - answeredAt);
}

/** Rules that an override can set aside, each with the words of its reason. */
export function overridableRules({ reasons }: DecisionAnswer) {
  return reasons.flatMap(({ rule, clearedBy, ...reason }) =>
    rule !== undefined && clearedBy.includes('override') ? [{ ...reason, rule }] : [],
  );
}
