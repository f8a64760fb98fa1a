const PROJECT = `spec:
  infra:
    schema: infra-overview.io/v1alpha1
    verified: { method: human, at: "2026-01-31", by: role:owner }   # the day you checked it
    environments:
      - name: production
        stage: production
        hosting: { platform: heroku, plan: basic, region: eu }
        processes:
          - { name: web, role: web, instances: 1 }
        deploy: { trigger: manual, by: [role:maintainer] }
    addons:
      - { id: db, category: database, product: PostgreSQL }
    backups:
      - { id: daily, of: db, method: snapshot, frequency: P1D, retention: P28D }
    credentialLocations: []   # where they lie, never their values
    questions:
      - { id: restore, statement: When was a restore last tried?, about: "backups[daily]" }
`;

const STANDARD = `spec:
  infra:
    schema: infra-overview.io/v1alpha1
    verified: { method: human, at: "2026-01-31", by: role:owner }   # the day you checked it
    platforms:
      - { id: heroku, title: Heroku, status: allowed }
    policies:
      - { id: backups, statement: Every database has a daily backup, level: must }
    support:
      channels:
        - { id: room, name: "#platform", for: questions about this standard }
`;

/** The smallest useful document of a kind, as text for the entity's file. */
export function starterDocument(kind: string): string {
  return kind.toLocaleLowerCase('en-US') === 'domain' ? STANDARD : PROJECT;
}
