import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { ChangeType } from 'backstage-plugin-deploy-windows-common';
import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import { wrongUse } from '../failure';
import type { Values } from './options';

/** What is asked about; both flags are there. */
export function targetOf({ entity, environment }: Values) {
  if (entity === undefined) throw wrongUse('--entity REF is missing.');
  if (environment === undefined) throw wrongUse('--environment NAME is missing.');
  return { entity: stringifyEntityRef(parseEntityRef(entity)), environment };
}

/** The question about a start, as the API takes it. */
export function questionOf(values: Values) {
  const { at, duration, zone } = values;
  return {
    ...targetOf(values),
    ...changeTypeOf(values),
    ...(at !== undefined && { at }),
    ...(duration !== undefined && { duration }),
    ...(zone !== undefined && { zone }),
  };
}

export function changeTypeOf(values: Values): { readonly changeType?: ChangeType } {
  const changeType = values['change-type'];
  return changeType === undefined ? {} : { changeType: changeType as ChangeType };
}

export function waitOf({ wait }: Values): number | undefined {
  return wait === undefined ? undefined : durationMilliseconds(wait);
}
