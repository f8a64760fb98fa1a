import type { Entity } from '@backstage/catalog-model';
import { entitiesIn as documentsIn } from 'backstage-plugin-infra-overview-cli/shared';
import { wrongUse } from '../failure';

/** An entity as a file holds it. */
export interface FileEntity {
  readonly entity: Entity;
  /** Where it begins. */
  readonly line: number;
  /** Of a path below `spec.infra`, or of the nearest thing around it. */
  readonly lineOf: (path: string) => number;
}

/**
 * The entities of a file. What is no YAML ends the command: an answer without it could be another one.
 *
 * @param place how the file is called in what is said about it
 */
export function entitiesIn(text: string, place: string): readonly FileEntity[] {
  const { documents, errors } = documentsIn(text);
  const [error] = errors;
  if (error?.code === 'TOO_MANY_ALIASES')
    throw wrongUse(`${place} has more aliases than can be followed.`);
  if (error !== undefined)
    throw wrongUse(`${place}, line ${error.line} is no YAML (${error.code}).`);
  return documents.flatMap(({ entity, line, lineOf }) =>
    entity?.apiVersion.startsWith('backstage.io/') ? [{ entity, line, lineOf }] : [],
  );
}
