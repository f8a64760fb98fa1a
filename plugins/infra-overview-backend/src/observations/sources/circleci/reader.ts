import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { PipelineReader } from './CircleCiSource';
import type { PipelineFile } from './config';
import { PipelineFileError } from './pipelineFile';

const MAX_BYTES = 1_000_000;

/** By the URL reader, or from a path on the server's disk; scripts only from the same repository. */
export function pipelineReader(urlReader: UrlReaderService): PipelineReader {
  const read = async (at: PipelineFile['at'], signal: AbortSignal): Promise<Buffer> => {
    if (at.kind === 'path') return readFile(at.text, { signal });
    return (await urlReader.readUrl(at.text, { signal })).buffer();
  };
  return {
    async config(file, signal) {
      const buffer = await read(file.at, signal).catch((error: unknown) => {
        throw new PipelineFileError(whyUnread(error));
      });
      return textOf(buffer);
    },
    async script(file, path, signal) {
      const at = besides(file, path);
      if (at === undefined) return undefined;
      const buffer = await read(at, signal).catch(() => undefined);
      return buffer === undefined || buffer.length > MAX_BYTES
        ? undefined
        : buffer.toString('utf8');
    },
  };
}

function textOf(buffer: Buffer): string {
  if (buffer.length > MAX_BYTES) throw new PipelineFileError('larger than 1 MB');
  return buffer.toString('utf8');
}

function whyUnread(error: unknown): string {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  if (name === 'NotFoundError' || code === 'ENOENT') return 'there is no such file';
  if (name === 'NotAllowedError' || name === 'AuthenticationError') return 'it may not be read';
  return 'it could not be fetched';
}

/** A path of the repository, from the folder that holds `.circleci`; nothing outside it. */
function besides({ at }: PipelineFile, path: string): PipelineFile['at'] | undefined {
  const inside = path.replace(/^\.\//, '');
  if (inside.startsWith('/') || inside.split('/').includes('..')) return undefined;
  if (at.kind === 'path') {
    const root = resolve(dirname(dirname(at.text)));
    const found = resolve(join(root, inside));
    return found.startsWith(root + sep) ? { kind: 'path', text: found } : undefined;
  }
  const root = /^(.*\/)\.circleci\/[^/?#]+$/.exec(at.text)?.[1];
  return root === undefined ? undefined : { kind: 'url', text: `${root}${inside}` };
}
