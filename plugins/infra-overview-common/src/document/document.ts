import { z } from 'zod';
import { blockOf, field, listOf, required, type Read } from './fields';
import * as sections from './sections';
import { verifiedSchema } from './verified';

/** The one version this package writes and reads without converting. */
export const SCHEMA = 'infra-overview.io/v1alpha1';

export const infraDocumentSchema = z.object({
  schema: required(z.literal(SCHEMA), 'Version of the document. Always the first line.'),
  status: field(
    z.enum(['draft', 'current', 'superseded']),
    'Whether the document is still being written, in force, or replaced.',
  ),
  verified: field(
    verifiedSchema,
    'How and when the document as a whole was last known to be true.',
  ),
  tier: field(
    z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    'How critical the service is: 1 is the most critical.',
  ),
  environments: field(listOf(sections.environmentSchema), 'Where it runs.'),
  deployPolicy: field(
    sections.deployPolicySchema,
    'What is demanded of every deploy below. On a Domain or a System only.',
  ),
  addons: field(listOf(sections.addonSchema), 'What the service talks to or stands on.'),
  backups: field(listOf(sections.backupSchema), 'What is kept of its data.'),
  credentialLocations: field(
    listOf(sections.credentialLocationSchema),
    'Where credentials lie; never the credentials.',
  ),
  domains: field(listOf(sections.domainNameSchema), 'Names under which it answers.'),
  requestPath: field(blockOf(sections.requestPathSchema), 'What a request passes.'),
  observability: field(sections.observabilitySchema, 'Logs, monitors and alerts.'),
  procedures: field(listOf(sections.procedureSchema), 'How things are done, step by step.'),
  policies: field(listOf(sections.policySchema), 'Rules people agreed on.'),
  checklists: field(listOf(sections.checklistSchema), 'What a standard demands.'),
  conformance: field(z.array(sections.conformanceAnswerSchema), 'Answers to those demands.'),
  defaults: field(sections.defaultsSchema, 'Values for fields that items leave out.'),
  platforms: field(listOf(sections.platformSchema), 'Where projects may run.'),
  accounts: field(listOf(sections.accountSchema), 'Accounts with providers.'),
  access: field(blockOf(sections.accessSchema), 'Accounts on hosts.'),
  network: field(blockOf(sections.networkSchema), 'How the network is closed off.'),
  support: field(blockOf(sections.supportSchema), 'Who helps, when and how fast.'),
  security: field(blockOf(sections.securitySchema), 'Reviews, tests and scans.'),
  capacity: field(
    blockOf(sections.capacitySchema),
    'Traffic that is expected, and whether it was tried.',
  ),
  compliance: field(blockOf(sections.complianceSchema), 'Laws and standards it is held to.'),
  cost: field(blockOf(sections.costSchema), 'What may be spent, and who pays.'),
  improvements: field(listOf(sections.improvementSchema), 'What could be better.'),
  risks: field(listOf(sections.riskSchema), 'What could go wrong.'),
  questions: field(listOf(sections.questionSchema), 'What nobody knows yet.'),
  decisions: field(listOf(sections.decisionSchema), 'What was decided.'),
  behaviours: field(
    listOf(sections.behaviourSchema),
    'How the application acts, where the people who run it must know.',
  ),
  jobs: field(listOf(sections.jobSchema), 'Work that runs by itself.'),
  runtimes: field(listOf(sections.runtimeSchema), 'What the code runs on.'),
  topologies: field(listOf(sections.topologySchema), 'Typical ways to build it.'),
  glossary: field(z.array(sections.termSchema), 'Words and what they mean here.'),
  links: field(z.array(sections.linkSchema), 'Pages elsewhere.'),
  notes: field(z.array(sections.noteSchema), 'What no other section can hold.'),
});
/** What `spec.infra` of a Domain, a System or a Component says. */
export type InfraDocument = Read<typeof infraDocumentSchema>;

/** The names of the sections. */
export type SectionName = Exclude<keyof InfraDocument, 'schema' | 'status' | 'verified' | 'tier'>;
