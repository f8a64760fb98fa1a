import type { AttestWishText, CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import type { BoundFacts } from '../../../lib/readiness/boundFacts';

type Said = AttestWishText['answers'][number];
export type AnswerWord = Said['answer'];

/** What is filled in for one check. Without an answer the row stays as it is. */
export interface AnswerRow {
  readonly answer?: AnswerWord;
  readonly reason?: NonNullable<Said['reason']>;
  readonly note?: string;
}

export interface AnswerForm {
  readonly rows: Readonly<Record<string, AnswerRow>>;
  readonly evidence: string;
  readonly note: string;
}

const SHORTEST_NOTE = 20;

/** Why the form cannot be signed yet, in words. */
export function missingOf(form: AnswerForm, checks: readonly CheckAnswer[]): string | undefined {
  const answered = checks.filter(({ id }) => form.rows[id]?.answer !== undefined);
  if (answered.length === 0) return 'Answer at least one row';
  const evidence = form.evidence.trim();
  if (evidence !== '' && !/^https:\/\/[^/\s]+/.test(evidence)) {
    return 'The link must be an https address';
  }
  for (const { id, title, attest } of answered) {
    const { answer, reason, note = '' } = form.rows[id] ?? {};
    if (answer === 'not-applicable' && reason === undefined) {
      return `Say why it does not apply: ${title}`;
    }
    if (reason === 'other' && note.trim() === '') return `Say which reason in a note: ${title}`;
    const isShown = evidence !== '' || longest(form.note, note) >= SHORTEST_NOTE;
    if (attest?.evidence === 'required' && !isShown) {
      return `Give a link to what shows it, or a note of at least ${SHORTEST_NOTE} characters: ${title}`;
    }
  }
  return undefined;
}

/** One signature for all rows that were answered, with the facts as the signer saw them. */
export function wishOf(
  form: AnswerForm,
  checks: readonly CheckAnswer[],
  facts: Readonly<Record<string, BoundFacts>>,
): AttestWishText {
  const answers = checks.flatMap(({ id }): readonly Said[] => {
    const { answer, reason, note = '' } = form.rows[id] ?? {};
    if (answer === undefined) return [];
    const words = note.trim();
    return [
      {
        checkId: id,
        answer,
        ...(answer === 'not-applicable' && reason !== undefined && { reason }),
        ...(words !== '' && { note: words }),
      },
    ];
  });
  const [evidence, note] = [form.evidence.trim(), form.note.trim()];
  return {
    answers,
    ...(evidence !== '' && { evidence }),
    ...(note !== '' && { note }),
    ifFacts: Object.fromEntries(
      answers.map(({ checkId }) => [checkId, facts[checkId] ?? {}] as const),
    ),
  };
}

function longest(...notes: readonly string[]): number {
  return Math.max(...notes.map(note => note.trim().length));
}
