import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import { ToneText } from 'backstage-plugin-infra-overview-react';
import { formatInstant } from '../../time/formatInstant';

/** Windows of two levels that never meet, or a freeze without an end: waiting does not help, and it says who would have to change something. */
export const NeverOpens = ({ decision }: { readonly decision: DecisionAnswer }) => {
  const { outcome, horizonExceeded, horizon, zone, reasons } = decision;
  if (outcome === 'allowed' || !horizonExceeded) return null;
  const levels = reasons.flatMap(({ code, level }) =>
    code === 'OUTSIDE_ALLOW' && level !== undefined ? [level] : [],
  );
  return (
    <p>
      <ToneText tone="bad">
        It never opens, as far as {formatInstant(horizon, zone)}. {excludingWords(levels)}
      </ToneText>
    </p>
  );
};

function excludingWords(levels: readonly string[]): string {
  const [first, ...others] = levels;
  if (first === undefined) return 'Waiting does not help.';
  if (others.length === 0) return `The windows of ${first} never meet those of the other levels.`;
  return `The windows of ${first} and of ${others.join(' and of ')} exclude each other.`;
}
