import type { JsonObject } from '@backstage/types';
import { describeBackup, describeInstances } from '../../overview';
import { valueWords } from '../valueWords';
import { textIn, type SeenItem } from './sightings';

const SHOWN: Readonly<Record<string, readonly string[]>> = {
  processes: ['instances', 'size'],
  addons: ['product', 'plan'],
  domains: ['host', 'kind'],
  'observability.logs': ['to'],
  jobs: ['schedule', 'trigger'],
};

/** What a reader knows an undeclared item by: "Heroku Redis, premium-0", "2, standard-1x". */
export function describeSeen(list: string, seen: SeenItem): string {
  if (list === 'backups')
    return describeBackup({
      method: textIn(seen, 'method'),
      frequency: textIn(seen, 'frequency'),
      retention: textIn(seen, 'retention'),
    });
  const words = (SHOWN[list] ?? []).flatMap(field => {
    const value = seen.fields.get(field)?.find(each => each.value !== undefined)?.value;
    if (value === undefined) return [];
    if (field === 'instances' && typeof value === 'number') return describeInstances(value);
    return valueWords(field, value);
  });
  return words.length > 0 ? words.join(', ') : seen.name;
}

/** The fields an item is called by, as the document would have them. */
export function titledAs(list: string, seen: SeenItem): JsonObject {
  switch (list) {
    case 'processes':
      return { name: seen.name };
    case 'addons':
      return { product: textIn(seen, 'product') ?? seen.name };
    case 'domains':
      return { host: textIn(seen, 'host') ?? seen.name };
    case 'backups':
      return { name: textIn(seen, 'of') ?? seen.name };
    default:
      return { name: seen.name };
  }
}
