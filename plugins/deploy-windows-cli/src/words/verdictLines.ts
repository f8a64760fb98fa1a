import type { VerdictAnswer } from 'backstage-plugin-deploy-windows-common';
import { statusLabel } from 'backstage-plugin-deploy-windows-common/readiness';
import { asSentence } from 'backstage-plugin-infra-overview-common';

/** A verdict in sentences: what it is, each open must-have, and how long it holds. */
export function verdictLines(answer: VerdictAnswer): readonly string[] {
  const { sentence, open, waived, gate, factsAge, validUntil } = answer;
  return [
    sentence,
    ...open.map(({ title, checkId, status }) => `  ${statusLabel(status)}: ${title} (${checkId})`),
    ...waived.map(({ title, checkId, until }) => `  Waived until ${until}: ${title} (${checkId})`),
    gate.words,
    asSentence(factsAge),
    ...(validUntil === undefined ? [] : [`It may change by time alone at ${validUntil}.`]),
  ];
}
