import type {
  Attestation,
  Records,
  Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { z } from 'zod';
import { wrongUse } from '../failure';
import type { Files } from '../world';
import { recordsSchema, subjectSchema, type WrittenWaiver } from './answersSchema';

const WAY = 'A portal writes it: GET …/v1/readiness/export.json.';

/** What people said, from the export of a portal. Answers of documents are left out: the files say them. */
export function answersFile(file: string | undefined, files: Files): Records {
  if (file === undefined) return { attestations: [], waivers: [] };
  const written = files.read(file);
  if (written === undefined) throw wrongUse(`--answers: there is no file ${file}.`, WAY);
  const value = jsonIn(written, file);
  const { attestations, waivers } = isRecords(value)
    ? read(recordsSchema, value, file)
    : inSubjects(value, file);
  return {
    attestations: once(attestations).filter(({ source }) => source === 'person'),
    waivers: once(waivers).map(waiverOf),
  };
}

function inSubjects(value: unknown, file: string) {
  const subjects = read(z.array(subjectSchema), subjectsIn(value), file);
  const checks = subjects.flatMap(subject => subject.checks);
  return {
    attestations: checks.flatMap(({ confirmation }) => confirmation ?? []) as Attestation[],
    waivers: checks.flatMap(({ version: checkVersion, waiver, waiting }) =>
      [...(waiver === undefined ? [] : [waiver]), ...waiting].map(one => ({
        checkVersion,
        ...one,
      })),
    ),
  };
}

function subjectsIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('subjects' in value) return value.subjects;
  return 'rows' in value ? value.rows : value;
}

function isRecords(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && ('attestations' in value || 'waivers' in value)
  );
}

/** Answers of the API name states in place of every instant. */
function waiverOf({ state, checkVersion = Infinity, ...waiver }: WrittenWaiver): Waiver {
  const { approvedBy, deniedBy, createdAt } = waiver;
  return {
    ...waiver,
    checkVersion: state === 'superseded' ? 0 : checkVersion,
    ...(approvedBy !== undefined && { approvedAt: waiver.approvedAt ?? createdAt }),
    ...(deniedBy !== undefined && { deniedAt: waiver.deniedAt ?? createdAt }),
  };
}

function jsonIn(written: string, file: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw wrongUse(`--answers: ${file} is no JSON.`, WAY);
  }
}

function read<T>(schema: z.ZodType<T>, value: unknown, file: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `--answers: ${file}, ${path.join('.') || 'top'}: ${message}.`);
  throw wrongUse(...problems, WAY);
}

function once<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map(item => [item.id, item])).values()];
}
