import type { NextAnswer } from 'backstage-plugin-deploy-windows-common';

/** The next openings, one a line. */
export function nextLines({ target, openings, zone, horizon }: NextAnswer): readonly string[] {
  if (openings.length === 0) return [`No opening of ${target} is known before ${horizon}.`];
  return [
    `Next openings of ${target} by windows and notices (${zone}):`,
    ...openings.map(({ text, reason, at, latestStart, inYourZone }) => {
      const last = latestStart === undefined ? '' : `, last start ${latestStart}`;
      const yours = inYourZone === undefined ? '' : `, ${inYourZone} for you`;
      return `${text}${yours}: ${reason} (from ${at}${last}).`;
    }),
  ];
}
