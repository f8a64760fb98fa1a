import { permitAnswerSchema, type PermitAnswer } from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import { wrongUse } from '../failure';
import type { Files } from '../world';

const fileSchema = z.object({
  permit: permitAnswerSchema,
  /** Set by record start. */
  deployment: z.string().exactOptional(),
});
/** What `lock take` hands to the steps after it. Holds no secret. */
export type PermitFile = z.output<typeof fileSchema>;

export function readPermit(path: string, files: Files): PermitFile {
  const text = files.read(path);
  if (text === undefined) {
    throw wrongUse(
      `--permit: ${path} is not there. No permit was taken, or lock take wrote it elsewhere (--out).`,
    );
  }
  const read = fileSchema.safeParse(parsed(text));
  if (read.success) return read.data;
  throw wrongUse(`--permit: ${path} is no permit; give the file that lock take --out wrote.`);
}

export function writePermit(
  path: string,
  { permit, deployment }: { permit: PermitAnswer; deployment?: string },
  files: Files,
): void {
  files.write(
    path,
    `${JSON.stringify({ permit, ...(deployment !== undefined && { deployment }) }, null, 2)}\n`,
  );
}

/** The fencing token of the lock the permit came with. */
export function fencingToken({ permit }: PermitFile): number {
  if (permit.lock === undefined)
    throw wrongUse(
      `Permit ${permit.id} came without a lock; there is nothing to renew or release.`,
    );
  return permit.lock.token;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
