import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';

/** What to write or say so that a check is met. */
export function fixLines({ fix, attest, mode }: CheckAnswer): readonly string[] {
  const lines = [];
  if (fix !== undefined) {
    const [first = '', ...rest] = fix.yaml.trimEnd().split('\n');
    lines.push(`Write at ${fix.at}: ${first}`, ...rest.map(line => `  ${line}`));
  }
  if (attest !== undefined && (mode !== 'hybrid' || fix === undefined)) {
    lines.push(`Confirm: ${attest.statement}`);
  }
  return lines;
}
