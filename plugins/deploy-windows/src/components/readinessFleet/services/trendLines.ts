import type { TrendAnswer } from 'backstage-plugin-deploy-windows-common';
import { VERDICT_ORDER, type VerdictWord } from '../../../lib/readiness/describeVerdict';

export type Days = TrendAnswer['days'];

export interface TrendLine {
  readonly verdict: VerdictWord;
  /** Points of an SVG polyline. */
  readonly points: string;
  readonly first: number;
  readonly last: number;
}

/** One line a verdict, in a box of a width and a height; the highest number is at its top. */
export function trendLines(days: Days, width: number, height: number): readonly TrendLine[] {
  const highest = Math.max(
    1,
    ...days.flatMap(({ byVerdict }) => VERDICT_ORDER.map(verdict => byVerdict[verdict])),
  );
  const step = days.length < 2 ? 0 : width / (days.length - 1);
  return VERDICT_ORDER.map(verdict => ({
    verdict,
    points: days
      .map(({ byVerdict }, index) => {
        const [x, y] = [index * step, height - (byVerdict[verdict] / highest) * height];
        return `${round(x)},${round(y)}`;
      })
      .join(' '),
    first: days[0]?.byVerdict[verdict] ?? 0,
    last: days.at(-1)?.byVerdict[verdict] ?? 0,
  }));
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
