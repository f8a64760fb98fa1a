import { SCHEMA } from 'backstage-plugin-infra-overview-common';
import { parse } from 'yaml';
import type { Fix } from '../pack/pack';

/** What a reader would write for the words in angle brackets; other words stand for themselves. */
const FILLED: Readonly<Record<string, string>> = {
  'yyyy-mm-dd': '2026-11-24',
  number: '4',
  days: '35',
  percent: '99.9',
  process: 'web',
  'process or add-on': 'web',
  'add-on': 'mail',
  'platform that the organisation lists': 'aws',
  'service that is on the list': 'aws-ec2',
};

/** The name of the item a path goes through, where a path leads into an existing one. */
const ITEMS: Readonly<Record<string, object>> = {
  'environments[]': { name: 'production' },
  'addons[].sink': { id: 'logs' },
  'addons[].availability': { id: 'store' },
  'addons[].receives': { id: 'mail' },
  'domains[]': { id: 'site' },
  'observability.logs[]': { id: 'application' },
  'observability.alerts[]': { id: 'alert' },
};

/** A document that holds the lines a fix offers at the place it names, as a reader would fill them in. */
export function fixDocument({ at, yaml }: Fix, environment = 'production'): object {
  const lines = yaml
    .replaceAll('https://<', 'https://example.org/<')
    .replaceAll(
      /<([^>]+)>/g,
      (_, words: string) => FILLED[words] ?? words.replaceAll(/[^a-z]+/g, '-'),
    );
  const value: unknown = parse(lines);
  const built = at.split('.').reduceRight<unknown>((below, part, index, parts) => {
    if (!part.endsWith('[]')) return { [part]: below };
    const list = part.slice(0, -2);
    if (index === parts.length - 1) return { [list]: below };
    const here = parts.slice(0, index + 1).join('.');
    const item = part === 'environments[]' ? { name: environment } : (ITEMS[at] ?? ITEMS[here]);
    if (item === undefined) throw new Error(`Nobody says which of ${here} is meant`);
    return { [list]: [{ ...item, ...(below as object) }] };
  }, value);
  return { schema: SCHEMA, ...(built as object) };
}
