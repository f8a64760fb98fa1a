import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { Instant } from 'backstage-plugin-infra-overview-common';
import { documentKindOf } from '../documents/documentSet';
import type { ImpactService } from '../impact/ImpactService';
import type { ObservedService } from '../observations/ObservedService';
import type { OverviewService } from '../overview/OverviewService';

export interface ActionsDeps {
  readonly registry: ActionsRegistryService;
  readonly overviews: Pick<OverviewService, 'overview'>;
  readonly impact: Pick<ImpactService, 'failure'>;
  readonly observed: Pick<ObservedService, 'observed'>;
  readonly now: () => Instant;
}

export const READS = { readOnly: true, destructive: false, idempotent: true } as const;
export const ENTITY = 'Entity ref of a Domain, System or Component, such as system:default/noipm';

/** @throws InputError when it is no ref of something that has a document */
export function readRef(text: string): string {
  try {
    const ref = parseEntityRef(text);
    if (documentKindOf(ref.kind)) return stringifyEntityRef(ref);
  } catch {
    // Said below.
  }
  throw new InputError(`entity: ${ENTITY}`);
}
