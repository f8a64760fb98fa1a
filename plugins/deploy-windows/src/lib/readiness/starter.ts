/** What most must-haves ask about, to paste into the entity's file. What stays out is shown as not known. */
export function readinessStarter(): string {
  return `spec:
  infra:
    schema: infra-overview.io/v1alpha1
    verified: { method: human, at: "2026-01-31", by: role:owner }   # the day you checked it
    environments:
      - name: production
        stage: production
        hosting: { platform: heroku, plan: basic, region: eu }
        processes:
          - { name: web, role: web, instances: 2 }
    addons:
      - { id: db, category: database, product: PostgreSQL }
    backups:
      - { id: daily, of: db, method: snapshot, frequency: P1D, retention: P28D }
    credentialLocations: []   # where they lie, never their values; [] says that there are none
`;
}

/** An environment is what readiness is asked of. */
export function environmentStarter(): string {
  return `spec:
  infra:
    schema: infra-overview.io/v1alpha1
    environments:
      - { name: production, stage: production }
      - { name: staging, stage: staging }
`;
}
