// Fetches the text of a state, from a file or as the host lets it. Messages of readers hold addresses and paths: none is passed on.
import { open } from 'node:fs/promises';
import { resolveSafeChildPath, type UrlReaderService } from '@backstage/backend-plugin-api';
import type { StateInput } from './config';

const MEBIBYTE = 1024 * 1024;
export const LARGEST_STATE = 64 * MEBIBYTE;

export interface ReadStateTextOptions {
  readonly urlReader: UrlReaderService;
  readonly signal: AbortSignal;
  /** Bytes. */
  readonly largest?: number;
}

export type TextResult =
  | { readonly outcome: 'read'; readonly text: string }
  | { readonly outcome: 'refused'; readonly reason: string };

const refused = (reason: string): TextResult => ({ outcome: 'refused', reason });

export async function readStateText(
  from: StateInput['from'],
  { urlReader, signal, largest = LARGEST_STATE }: ReadStateTextOptions,
): Promise<TextResult> {
  try {
    const bytes =
      from.kind === 'path'
        ? await readFile(from, largest, signal)
        : await readUrl(from.url, urlReader, largest, signal);
    if (bytes === undefined) return refused(`it is larger than ${largest / MEBIBYTE} MiB`);
    const text = decode(bytes);
    return text === undefined ? refused('it is not text in UTF-8') : { outcome: 'read', text };
  } catch (error) {
    return refused(signal.aborted ? 'reading it was stopped' : reasonOf(error));
  }
}

async function readFile(
  { directory, path }: { readonly directory: string; readonly path: string },
  largest: number,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  // Follows symbolic links before it judges.
  const file = await open(resolveSafeChildPath(directory, path), 'r');
  try {
    const { size } = await file.stat();
    if (size > largest) return undefined;
    return await limited(file.createReadStream({ autoClose: false }), largest, signal);
  } finally {
    await file.close();
  }
}

async function readUrl(
  url: string,
  urlReader: UrlReaderService,
  largest: number,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const response = await urlReader.readUrl(url, { signal });
  const stream = response.stream?.();
  if (stream !== undefined) return limited(stream, largest, signal);
  const whole = await response.buffer();
  return whole.length > largest ? undefined : whole;
}

/** The rest of what is too large is not fetched. */
async function limited(
  stream: NodeJS.ReadableStream & { destroy(): unknown },
  largest: number,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  const stop = () => stream.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const part of stream) {
      const bytes = Buffer.from(part);
      size += bytes.length;
      if (size > largest) return undefined;
      parts.push(bytes);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stream.destroy();
  }
  signal.throwIfAborted();
  return Buffer.concat(parts, size);
}

/** UTF-8 with or without a mark; UTF-16 with one, as PowerShell writes what it is given. */
function decode(bytes: Buffer): string | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (code === 'ENOENT' || name === 'NotFoundError') return 'nothing is there';
  if (code === 'EACCES' || code === 'EPERM') return 'this process may not read it';
  if (code === 'EISDIR') return 'it is a folder';
  if (name === 'NotAllowedError') return 'it is outside of what the configuration lets us read';
  const status = /, ([45]\d\d) /.exec(message ?? '')?.[1];
  return status === undefined ? 'it cannot be read' : `its server answers ${status}`;
}
