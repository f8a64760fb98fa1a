import { decisionAnswerSchema, type DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import { join } from 'node:path';
import { z } from 'zod';
import type { World } from './world';

// An answer is never trusted for longer, whatever it says.
const LONGEST = 15 * 60_000;

const keptSchema = z.object({ savedAt: z.number(), body: z.string() });

/** The last allowed answer to one question, for when there is no other. */
export interface LastKnown {
  keep(decision: DecisionAnswer, body: string): void;
  /** Undefined when there is none, or it does not hold any more. */
  recall(): { readonly decision: DecisionAnswer; readonly body: string } | undefined;
}

/** @param question all that the answer depends on: server, target, who asks */
export function lastKnown(
  question: readonly (string | undefined)[],
  file: string | undefined,
  world: World,
): LastKnown {
  const path =
    file ?? join(cacheFolder(world.env), `${world.digest(JSON.stringify(question))}.json`);
  return {
    keep(decision, body) {
      if (decision.outcome !== 'allowed') return;
      world.files.write(
        path,
        `${JSON.stringify({ savedAt: world.now(), question: world.digest(JSON.stringify(question)), body })}\n`,
      );
    },
    recall() {
      const kept = readJson(world.files.read(path), keptSchema.extend({ question: z.string() }));
      if (kept?.question !== world.digest(JSON.stringify(question))) return undefined;
      const decision = readJson(kept.body, decisionAnswerSchema);
      if (decision === undefined) return undefined;
      // Counted from when it was said, so that clocks which differ do not matter.
      const age = world.now() - kept.savedAt;
      const holds = Math.min(LONGEST, Date.parse(decision.validUntil) - Date.parse(decision.at));
      return age >= 0 && age < holds ? { decision, body: kept.body } : undefined;
    },
  };
}

function cacheFolder(env: World['env']): string {
  return join(env.XDG_CACHE_HOME ?? join(env.HOME ?? '.', '.cache'), 'deploy-windows');
}

function readJson<T>(text: string | undefined, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}
