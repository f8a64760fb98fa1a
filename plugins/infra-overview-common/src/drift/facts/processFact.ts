import { describeProcess } from '../../overview';
import type { ObservedFields } from '../../observed';
import { numberOf, textOf, type FactDraft } from './factDraft';

/** How many run now: "2 web (standard-1x)". */
export function processFact(name: string, fields: ObservedFields): FactDraft | undefined {
  const instances = numberOf(fields, 'instances');
  if (instances === undefined || !Number.isFinite(instances)) return undefined;
  const words = describeProcess({ name, instances, size: textOf(fields, 'size')?.toLowerCase() });
  return {
    kind: 'process-count',
    words: `${words} running`,
    value: String(instances),
    tone: instances === 0 ? 'warning' : 'neutral',
  };
}
