import { createHash } from 'node:crypto';
import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';

/** The catalog's own entity of the file an entity comes from; it has no name but the one worked out of the address. */
export function locationRefOf({ metadata }: Entity): string | undefined {
  const location = metadata.annotations?.[ANNOTATION_LOCATION];
  if (location === undefined || location === '') return undefined;
  return `location:default/generated-${createHash('sha1').update(location).digest('hex')}`;
}
