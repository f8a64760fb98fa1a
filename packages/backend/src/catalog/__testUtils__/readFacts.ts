import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { CATALOG_FOLDER } from './loadCatalog';

/** One fact of a source: where it stands there, and the paths below `spec.infra` that hold it. */
export interface FactRow {
  readonly id: string;
  readonly line: string;
  readonly topic: string;
  readonly fact: string;
  /** Each of these must be stated. */
  readonly held: readonly string[];
  /** Written with a leading `?`: a gap of the source, so none of these may be stated. */
  readonly gaps: readonly string[];
}

export function readFacts(organisation: string): readonly FactRow[] {
  const text = readFileSync(resolve(CATALOG_FOLDER, organisation, 'facts.csv'), 'utf8');
  const records: readonly Record<'id' | 'line' | 'topic' | 'fact' | 'path', string>[] = parse(
    text,
    { columns: true, trim: true },
  );
  return records.map(({ id, line, topic, fact, path }) => {
    const paths = path.split(';').map(one => one.trim());
    return {
      id,
      line,
      topic,
      fact,
      held: paths.filter(one => !one.startsWith('?')),
      gaps: paths.filter(one => one.startsWith('?')).map(one => one.slice(1)),
    };
  });
}
