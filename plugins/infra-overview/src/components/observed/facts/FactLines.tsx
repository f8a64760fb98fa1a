import type { ObservedFact } from 'backstage-plugin-infra-overview-common';
import { Lines, ToneText } from 'backstage-plugin-infra-overview-react';
import { Seen } from '../Seen';

/** "last backup 3 hours ago" with who saw it and when. Nothing where nobody did. */
export const FactLines = ({ facts }: { readonly facts: readonly ObservedFact[] }) => {
  if (facts.length === 0) return null;
  return (
    <Lines>
      {facts.map(({ kind, words, tone, ...seen }) => (
        <span key={`${kind} ${seen.source}`}>
          <ToneText tone={tone}>{words}</ToneText> · <Seen {...seen} />
        </span>
      ))}
    </Lines>
  );
};
