import { z } from 'zod';

const text = z.string().min(1);
/** The API writes instants as text, tables as milliseconds. */
const instant = z.union([
  z.number().int(),
  z.iso.datetime({ offset: true }).transform(written => Date.parse(written)),
]);
const key = text.transform(written => written.toLowerCase());

const attestationSchema = z.object({
  id: text,
  subject: key,
  checkId: text,
  checkVersion: z.number().int(),
  answer: z.enum(['met', 'not-met', 'not-applicable']),
  reason: z
    .enum(['no-such-component', 'out-of-scope', 'replaced-by-other-control', 'other'])
    .exactOptional(),
  note: z.string().exactOptional(),
  evidence: z.string().exactOptional(),
  attestedBy: text,
  attestedAt: instant,
  // Left out where an answer has no date.
  validUntil: instant.default(0),
  boundFacts: z.record(z.string(), z.json()).default({}),
  signatures: z.array(z.object({ by: text, at: instant, outside: z.boolean() })).default([]),
  agreedBy: text.exactOptional(),
  revokedAt: instant.exactOptional(),
  revokedBy: text.exactOptional(),
  source: z.enum(['person', 'document']),
});

const waiverSchema = z.object({
  id: text,
  subject: key,
  checkId: text,
  checkVersion: z.number().int().exactOptional(),
  code: z.enum([
    'accepted-risk',
    'compensating-control',
    'planned',
    'not-detected',
    'platform-limit',
    'emergency',
  ]),
  reason: z.string(),
  link: z.string().exactOptional(),
  requestedBy: text,
  createdAt: instant,
  expiresAt: instant,
  needsApproval: z.boolean(),
  approvedBy: text.exactOptional(),
  approvedAt: instant.exactOptional(),
  deniedBy: text.exactOptional(),
  deniedAt: instant.exactOptional(),
  renews: text.exactOptional(),
  revokedAt: instant.exactOptional(),
  revokedBy: text.exactOptional(),
  /** As the API writes it. */
  state: z.string().exactOptional(),
});

export const recordsSchema = z.object({
  attestations: z.array(attestationSchema).default([]),
  waivers: z.array(waiverSchema).default([]),
});

/** With every check, as the export of a portal has them. */
export const subjectSchema = z.object({
  checks: z.array(
    z.object({
      version: z.number().int(),
      confirmation: attestationSchema.exactOptional(),
      waiver: waiverSchema.exactOptional(),
      waiting: z.array(waiverSchema).default([]),
    }),
  ),
});

export type WrittenWaiver = z.output<typeof waiverSchema>;
