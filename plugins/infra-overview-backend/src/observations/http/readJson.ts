import { RemoteError } from './RemoteError';

/** Reads at most `mostBytes` of a body and parses it. A parser's message quotes what it read, so it is thrown away. */
export async function readJson(
  response: Response,
  question: string,
  mostBytes: number,
): Promise<unknown> {
  const bytes = await readBytes(response, mostBytes);
  if (!bytes) {
    throw new RemoteError(
      'too-large',
      `the answer to ${question} is larger than ${mostBytes} bytes`,
    );
  }
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new RemoteError('not-json', `the answer to ${question} is no JSON, or ends too early`);
  }
}

/** Leaves a body unread. Nobody waits for it: a stream may never say that it has stopped. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => {});
}

/** Undefined when there are more than that. */
async function readBytes(response: Response, most: number): Promise<Buffer | undefined> {
  if (Number(response.headers.get('content-length')) > most) {
    discard(response);
    return undefined;
  }
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return Buffer.concat(chunks);
    size += chunk.value.byteLength;
    if (size > most) {
      reader?.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(chunk.value);
  }
}
