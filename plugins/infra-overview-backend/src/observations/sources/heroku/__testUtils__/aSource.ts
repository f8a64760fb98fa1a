import type { SubjectReport } from '../../../ObservationSource';
import { RequestBudget } from '../../../http';
import { virtualTime } from '../../../http/__testUtils__/virtualTime';
import type { HerokuConfig } from '../config';
import { HerokuSource, type HerokuSourceOptions } from '../HerokuSource';

export const API = 'https://api.heroku.example';
export const DATA = 'https://data.heroku.example';

export function aSource(
  config: Partial<HerokuConfig> = {},
  options: Partial<HerokuSourceOptions> = {},
) {
  const time = virtualTime();
  const source = new HerokuSource({
    config: {
      token: 'not-a-real-one',
      apiUrl: API,
      dataUrl: DATA,
      requestsPerHour: 3_600,
      scopeProof: 'required',
      bindings: [],
      ...config,
    },
    budget: new RequestBudget({ perHour: config.requestsPerHour ?? 3_600, ...time }),
    ...time,
    jitter: () => 1,
    ...options,
  });
  return { source, time };
}

export async function reportsOf(
  { source }: { readonly source: HerokuSource },
  wanted: readonly string[],
  signal = new AbortController().signal,
): Promise<readonly SubjectReport[]> {
  const reports: SubjectReport[] = [];
  const subjects = wanted.map(subject => ({ subject }));
  for await (const report of source.observe(subjects, signal)) reports.push(report);
  return reports;
}

export function partOf(report: SubjectReport | undefined, name: string) {
  if (!report || report.outcome === 'failed') return undefined;
  return report.parts.find(({ part }) => part === name);
}
