import type { SectionName } from './document';

/** A short piece of YAML for each section, for the reference. Every one is read in a test. */
export const examples: Readonly<Record<SectionName, string>> = {
  environments: `
environments:
  - name: production
    stage: production
    url: https://orders.example.org
    hosting: { platform: heroku, product: dynos, plan: standard-1x, region: eu, app: orders-production }
    exposure: { level: public, expected: public, enforcedBy: none }
    processes:
      - { name: web, role: web, instances: { min: 2, max: 6 }, autoscaling: { rule: by response time } }
      - { name: worker, role: worker, instances: 1, failover: manual }
    deploy:
      trigger: manual
      procedure: deploy
      openByDefault: true
      windows:
        - { id: tuesdays, kind: allow, schedule: { days: [tue], from: '09:00', to: '10:00' }, timeZone: America/Chicago }`,
  deployPolicy: `
deployPolicy:
  timeZone: Europe/Brussels
  audiences:
    - { id: desk, title: Service desk, contacts: ['group:default/service-desk'], lead: 2bd }
  freezes:
    - id: year-end
      reason: The books are closed.
      schedule: { type: once, start: '2026-12-20T00:00', end: '2027-01-04T06:00' }
  override: { by: ['role:owner'], twoPerson: true, maxDuration: PT4H }`,
  addons: `
addons:
  - id: db
    category: database
    product: heroku-postgresql
    plan: standard-0
    purpose: Orders and customers
    availability: { instances: 1, replicas: 1, redundancy: replica, failover: manual }
    resourceRef: resource:default/orders-db
  - { id: mail, notNeeded: The service sends no e-mail. }`,
  backups: `
backups:
  - { id: continuous, of: db, method: continuous, pitr: { window: P4D } }
  - id: daily
    of: db
    method: snapshot
    frequency: P1D
    retention: P28D
    lastRestoreTest: { status: passed, at: '2026-09-14', environment: staging }`,
  credentialLocations: `
credentialLocations:
  - id: db-login
    what: Login of the database
    store: vault
    ref: vault:projects/orders#database
    access: ['group:default/orders-team']
    delivery: env-var
    appliesTo: [db]
    rotation: { cadence: P90D, last: '2026-08-01' }`,
  domains: `
domains:
  - id: site
    host: orders.example.org
    kind: custom
    public: true
    tls: { source: letsencrypt, autoRenew: true, redirectHttp: true, hsts: true }`,
  requestPath: `
requestPath:
  nodes:
    - { id: client, kind: client }
    - { id: router, kind: router }
    - { id: web, kind: web, process: web }
    - { id: db, kind: database, addon: db }
  edges:
    - { from: client, to: router, protocol: https }
    - { from: router, to: web }
    - { from: web, to: db }`,
  observability: `
observability:
  logs:
    - { id: app, captures: [request, error], fields: [userId, requestId], to: [logs] }
  monitors:
    - { id: home, kind: uptime, target: 'https://orders.example.org', interval: PT1M, reportWithin: PT2M }
  alerts:
    - id: down
      monitors: [home]
      severity: page
      targets:
        - { channel: page, to: 'role:maintainer' }
        - { channel: phone, to: 'role:owner', after: PT15M }
  channels: []`,
  procedures: `
procedures:
  - id: restore
    kind: restore
    who: ['role:maintainer']
    steps:
      - Stop the worker
      - { text: Restore the last backup into a new database, by: 'role:maintainer' }
      - Point the application at it
    duration: PT40M
    downtime: PT40M`,
  policies: `
policies:
  - id: project-tag
    topic: tagging
    level: must
    statement: Every resource has a Project tag.
    check: { id: support.resources-tagged, params: [Project] }`,
  checklists: `
checklists:
  - id: production
    pack: tts-good-production-practices@1
    stages: [production]
    items:
      - { id: backups.snapshots, level: must, enforceFrom: '2027-01-01' }`,
  conformance: `
conformance:
  - { item: backups.snapshots, status: met, evidence: ['https://ci.example.org/restore'] }
  - { item: status.page, status: not-applicable, reason: out-of-scope, text: Used by four people. }`,
  defaults: `
defaults:
  environments:
    - { id: heroku, when: { stages: [staging, production] }, hosting: { platform: heroku, region: eu } }
  processes:
    - { id: web, when: { roles: [web] }, server: gunicorn }`,
  platforms: `
platforms:
  - { id: heroku, status: preferred, runsOn: aws, provides: { domains: [{ id: tls, tls: { source: platform, autoRenew: true } }] } }
  - { id: '*', status: prohibited }`,
  accounts: `
accounts:
  - id: sandbox
    kind: sandbox
    provider: aws
    wipe: P7D
    dataRules: [{ id: no-people, level: must-not, statement: Store data about people. }]`,
  access: `
access:
  people: [{ id: deployers, who: developers who deploy, method: SSH public key, sudo: passwordless }]
  root: { password: none, ssh: false }`,
  network: `
network:
  firewall: { tool: ufw, defaultPolicy: deny, rules: [ssh from the office] }
  ipv6: true`,
  support: `
support:
  entryPoint: mailto:help@example.org
  hours: weekdays, 9 to 5
  escalation:
    - { id: platform, for: infrastructure, to: 'group:default/platform', after: PT30M }
  serviceLevels: { availability: 99.5, responseTime: PT1S }
  statusPage: none`,
  security: `
security:
  reviews: [{ id: launch, kind: launch, at: '2026-03-02', evidence: minutes of the meeting }]
  penTest: { tool: an outside company, environment: staging, cadence: P1Y }
  vulnScan: { notNeeded: The platform scans every image. }`,
  capacity: `
capacity:
  events: [{ id: tax-day, title: Tax day, at: '2027-04-15', kind: seasonal }]
  loadTests: [{ id: checkout, environment: staging, cadence: P90D, lastRun: '2026-10-01', covers: [checkout] }]`,
  compliance: `
compliance:
  classification: moderate
  regimes: [GDPR]
  dataClasses: [{ id: contact, title: Contact details, sensitive: true }]`,
  cost: `
cost:
  billing: The business pays.
  limits: [{ id: month, limit: { amount: 500, currency: EUR, per: month }, withoutApproval: true }]
  tag: orders`,
  improvements: `
improvements:
  - { id: failover, status: possible, about: 'addons[db]', title: Fail over by itself }`,
  risks: `
risks:
  - { id: one-region, about: 'environments[production]', statement: Everything is in one region., likelihood: low }`,
  questions: `
questions:
  - { id: restore, about: 'backups[]', statement: Was a restore ever tried?, owner: 'role:maintainer', status: open }`,
  decisions: `
decisions:
  - { id: postgres, title: One database, decision: All data is in PostgreSQL., at: '2025-11-03', rationale: One thing to back up. }`,
  behaviours: `
behaviours:
  - { id: sign-in, topic: sign-in, statement: Tokens expire after eight hours., configurable: true }`,
  jobs: `
jobs:
  - { id: invoices, what: Sends invoices, schedule: every night, runner: worker }`,
  runtimes: `
runtimes:
  - { id: node, name: Node.js, version: '24', endOfLife: '2028-04-30' }`,
  topologies: `
topologies:
  - { id: split, title: Services on several servers, useWhen: the traffic is high, roles: [web, database] }`,
  glossary: `
glossary:
  - { id: slip, term: slip, meaning: The paper that goes with an order. }`,
  links: `
links:
  - { title: Architecture of the shop, url: 'https://docs.example.org/shop', kind: docs }`,
  notes: `
notes:
  - { id: moving, text: The office moves in spring; the VPN moves with it., about: network }`,
};
