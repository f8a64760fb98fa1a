import type { ObservedPart } from 'backstage-plugin-infra-overview-common';
import { RemoteError } from '../../http';
import type { PartBody } from './toObservations';

/** One thing to ask of an app. It fails alone. */
export interface Question {
  readonly part: string;
  ask(): Promise<PartBody | undefined>;
  readonly deepLink?: string;
}

export interface QuestionAnswers {
  readonly parts: readonly ObservedPart[];
  /** "formation: the token may not ask …" */
  readonly dropped: readonly string[];
}

/** Asks them all at once. A question that fails leaves what the others bring; a stop ends everything. */
export async function askAll(
  questions: readonly Question[],
  { now, signal }: { readonly now: () => number; readonly signal: AbortSignal },
): Promise<QuestionAnswers> {
  const parts: ObservedPart[] = [];
  const dropped: string[] = [];
  await Promise.all(
    questions.map(async ({ part, ask, deepLink }, index) => {
      try {
        const body = await ask();
        if (body) parts[index] = { part, ...body, at: now(), ...(deepLink && { deepLink }) };
      } catch (error) {
        signal.throwIfAborted();
        // Anything but an answer that could not be had: a scope that is too wide, or a mistake of ours.
        if (!(error instanceof RemoteError)) throw error;
        dropped.push(`${part}: ${error.message}`);
      }
    }),
  );
  return { parts: parts.filter(part => part !== undefined), dropped: dropped.sort() };
}
