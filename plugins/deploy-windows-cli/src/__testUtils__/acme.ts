/** A pack of three checks: read from the document, confirmed by a person, and asked of dependencies. */
export const ACME_PACK = `
schema: deploy-windows.io/readiness-pack/v1
pack: acme
version: 1
title: Acme
checks:
  - id: acme.copies
    version: 1
    basis: bold
    scope: environment
    mode: automatic
    title: Data is copied
    why: What is not copied is lost with its disk.
    rule: { every: { in: stores, whenEmpty: not-applicable, satisfy: { some: { in: backups, whenEmpty: fail, satisfy: { declared: retention } } } } }
    fix: { at: 'backups[]', yaml: '- { id: daily, of: <store>, retention: P28D }' }
  - id: acme.looked-at
    version: 1
    basis: bold
    scope: environment
    mode: attested
    title: Somebody looked at it
    why: A look finds what no rule asks for.
    attest: { statement: I looked at it., validFor: P30D, evidence: none, by: any, boundTo: [platform] }
  - id: acme.upstreams
    version: 1
    basis: advice
    scope: environment
    mode: automatic
    title: What it depends on is copied too
    why: It is only as safe as what it stands on.
    rule: { upstreams: { checks: [acme.copies] } }
    fix: { at: spec.dependsOn, yaml: '- component:default/<other>' }
`;

export const ACME_PEOPLE = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team, title: Web team }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ada, title: Ada }
spec: { memberOf: [team] }
`;

const LOOKED_AT = `
    conformance:
      - { item: acme.looked-at, status: met, text: Looked at, verified: { method: human, at: '2026-11-20', by: 'user:default/ada' } }`;

export interface AcmeDocument {
  readonly retention?: string;
  readonly answered?: 'answered' | 'unanswered';
  readonly platform?: string;
}

/** A service in two environments that is ready in both, unless told otherwise. */
export function acmeService({
  retention = 'P28D',
  answered = 'answered',
  platform = 'heroku',
}: AcmeDocument = {}): string {
  return `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: web, title: Web shop }
spec:
  type: service
  lifecycle: production
  owner: team
  infra:
    schema: infra-overview.io/v1alpha1
    environments:
      - { name: production, stage: production, hosting: { platform: ${platform} } }
      - { name: staging, stage: staging, hosting: { platform: ${platform} } }
    addons:
      - { id: db, category: database, product: postgresql }
    backups:
      - { id: daily, of: db, method: snapshot${retention === '' ? '' : `, retention: ${retention}`} }${answered === 'answered' ? LOOKED_AT : ''}
`;
}

/** Files of a small repository. */
export function acmeFiles(
  document: AcmeDocument = {},
  more: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({
      'catalog/web.yaml': acmeService(document),
      'catalog/people.yaml': ACME_PEOPLE,
      'packs/acme.yaml': ACME_PACK,
      ...more,
    }),
  );
}
