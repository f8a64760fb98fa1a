import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

export const SCHEMA = 'infra-overview.io/v1alpha1';

const ORIGIN = {
  'backstage.io/managed-by-location': 'url:https://example.org/catalog.yaml',
  'backstage.io/managed-by-origin-location': 'url:https://example.org/catalog.yaml',
};

interface Given {
  readonly title?: string;
  readonly infra?: unknown;
  readonly spec?: JsonObject;
  readonly annotations?: Readonly<Record<string, string>>;
}

const entity = (
  kind: string,
  name: string,
  spec: JsonObject,
  { title, infra, spec: more, annotations }: Given,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    annotations: { ...ORIGIN, ...annotations },
    ...(title !== undefined && { title }),
  },
  spec: { ...spec, ...more, ...(infra !== undefined && { infra: infra as JsonObject }) },
});

export const aDomain = (name: string, given: Given = {}) =>
  entity('Domain', name, { owner: 'platform' }, given);
export const aSystem = (name: string, given: Given = {}) =>
  entity('System', name, { owner: 'core' }, given);
export const aComponent = (name: string, given: Given = {}) =>
  entity('Component', name, { type: 'service', lifecycle: 'production', owner: 'core' }, given);

/** A standard, a project of two Components that uses it, a Component on its own, and one document of each broken kind. */
export const organisation: readonly Entity[] = [
  aDomain('justice', {
    title: 'Justice',
    infra: {
      schema: SCHEMA,
      platforms: [
        { id: 'heroku', status: 'preferred' },
        { id: 'attic', status: 'prohibited' },
      ],
      addons: [{ id: 'uptime', category: 'uptime', product: 'alertra', selection: 'always' }],
      policies: [
        { id: 'https', topic: 'tls', level: 'must', statement: 'Every address answers by HTTPS' },
      ],
    },
  }),
  aDomain('police', { spec: { subdomainOf: 'justice' } }),
  aSystem('complaints', {
    title: 'Complaint manager',
    spec: { domain: 'police' },
    annotations: { 'backstage.io/view-url': 'https://example.org/complaints' },
    infra: {
      schema: SCHEMA,
      verified: { method: 'document', at: '2019-07-19' },
      environments: [
        { name: 'staging', stage: 'staging', hosting: { platform: 'heroku', plan: 'hobby' } },
        {
          name: 'production',
          stage: 'production',
          hosting: { platform: 'heroku', plan: 'standard-1x', app: 'complaints-live' },
        },
      ],
      credentialLocations: [
        { id: 'admin', what: 'Admin accounts', store: '1password', access: ['group:default/core'] },
      ],
    },
  }),
  aComponent('complaints-web', {
    spec: { system: 'complaints' },
    infra: {
      schema: SCHEMA,
      addons: [
        { id: 'db', category: 'database', product: 'heroku-postgresql' },
        { id: 'logs', category: 'logging', product: 'papertrail' },
      ],
      backups: [{ id: 'daily', of: 'db', method: 'snapshot', frequency: 'P1D', retention: 'P28D' }],
      domains: [
        {
          id: 'site',
          host: 'complaints.example.org',
          tls: { source: 'letsencrypt', expires: '2026-12-20' },
          dns: { provider: 'dnsimple' },
        },
      ],
    },
  }),
  aComponent('complaints-worker', {
    spec: { system: 'complaints' },
    infra: { schema: SCHEMA, addons: [{ id: 'queue', category: 'queue', product: 'rabbitmq' }] },
  }),
  aComponent('alone', {
    title: 'A small site',
    spec: { owner: 'attic-team' },
    infra: {
      schema: SCHEMA,
      environments: [{ name: 'production', stage: 'production', hosting: { platform: 'attic' } }],
    },
  }),
  aSystem('silent', { spec: { owner: 'attic-team' } }),
  aSystem('newer', { infra: { schema: 'infra-overview.io/v9', environments: [] } }),
  aSystem('orphan', {
    spec: { domain: 'nowhere' },
    infra: {
      schema: SCHEMA,
      environments: 'production',
      backups: [{ id: 'daily', of: 'gone' }],
      addons: [],
    },
  }),
];
