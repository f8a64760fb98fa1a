import type { JsonObject } from '@backstage/types';
import { itemPath } from '../../document';
import { stageOf, type InfraView } from '../../effective';
import { titleOfEnvironment } from '../findingTitle';
import { judgeFields } from './judgeFields';
import type { SeenField } from './sightings';
import type { Verdict } from './verdict';

/** What the document says of an environment itself, against what one source saw of it. */
export function judgeEnvironment(
  view: InfraView,
  fields: ReadonlyMap<string, readonly SeenField[]>,
): readonly Verdict[] {
  const { environment } = view;
  const [declared] = Array.isArray(view.document.environments) ? view.document.environments : [];
  if (declared === undefined || fields.size === 0) return [];
  const { stage, guessed } = stageOf(declared);
  const isAsGuessed = guessed && fields.get('stage')?.some(({ value }) => value === stage) === true;
  // The name says the stage well enough when the source says the same.
  const item = isAsGuessed ? { ...declared, stage } : declared;
  const path = itemPath('environments', environment);
  const title = titleOfEnvironment(environment);
  return judgeFields(
    { item: item as unknown as JsonObject, path, list: 'environments', title, environment },
    fields,
  );
}
