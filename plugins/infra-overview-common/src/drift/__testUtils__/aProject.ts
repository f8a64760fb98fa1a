import type { InfraDocument } from '../../document';
import { effectiveInfra, type EffectiveInfra } from '../../effective';
import type { ObservedItem, ObservedPart, ObservedSubject } from '../../observed';
import { aChainLink } from '../../testUtils';
import type { DriftInput } from '../driftOf';
import type { SourceLook } from '../sourceLook';

export const NOW = Date.UTC(2026, 10, 24, 10);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const HEROKU: SourceLook = { id: 'heroku', maxAge: DAY, platforms: ['heroku'] };
export const TERRAFORM: SourceLook = { id: 'terraform', maxAge: DAY, platforms: [] };

export type Sections = Partial<Omit<InfraDocument, 'schema'>>;

/** A shop on Heroku: production with one web process and a database. */
export const SHOP: Sections = {
  environments: [
    {
      name: 'production',
      stage: 'production',
      hosting: { platform: 'heroku', app: 'shop', region: 'us' },
      processes: [{ name: 'web', role: 'web', instances: 1, size: 'Standard-1X' }],
    },
  ],
  addons: [
    { id: 'db', category: 'database', product: 'heroku-postgresql', plan: 'hobby-basic' },
    { id: 'mail', category: 'mail', product: 'mailgun' },
  ],
  backups: [{ id: 'daily', of: 'db', method: 'logical', frequency: 'P1D', retention: 'P4W' }],
  domains: [{ id: 'www', host: 'www.shop.example.org' }],
};

export function effectiveOf(sections: Sections): EffectiveInfra {
  return effectiveInfra([aChainLink('system', sections)]);
}

export function aPart(fields: Partial<ObservedPart> = {}): ObservedPart {
  return {
    part: 'app',
    fields: {},
    sees: [],
    items: [],
    complete: [],
    at: NOW - HOUR,
    ...fields,
  };
}

export function anItem(
  list: ObservedItem['list'],
  name: string,
  fields: ObservedItem['fields'] = {},
  more: Partial<ObservedItem> = {},
): ObservedItem {
  return { list, name, fields, sees: [], ...more };
}

export function aSubject(
  part: Partial<ObservedPart> = {},
  fields: Partial<Omit<ObservedSubject, 'parts'>> = {},
): ObservedSubject {
  return { source: 'heroku', subject: 'shop', parts: [aPart(part)], ...fields };
}

export function anInput(
  sections: Sections,
  subjects: readonly ObservedSubject[],
  fields: Partial<DriftInput> = {},
): DriftInput {
  return {
    entityRef: 'system:default/shop',
    effective: effectiveOf(sections),
    relatedRefs: [],
    subjects,
    sources: [HEROKU, TERRAFORM],
    notes: [],
    only: 'whole-project',
    ...fields,
  };
}
