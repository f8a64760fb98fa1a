import type { World } from './world';

/** Where lines go. The answer on stdout, everything else on stderr; a token is never part of either. */
export interface Output {
  readonly json: boolean;
  /** The answer: its body unchanged with `--json`, else its sentences. */
  answer(body: string, lines: readonly string[]): void;
  /** What goes on meanwhile, and what is wrong. */
  note(line: string): void;
}

export function outputTo(
  { out, err }: Pick<World, 'out' | 'err'>,
  { json, hide }: { readonly json: boolean; readonly hide: readonly string[] },
): Output {
  const clean = (line: string) =>
    hide.reduce((text, secret) => text.replaceAll(secret, '***'), line);
  return {
    json,
    answer(body, lines) {
      if (json) out(clean(body));
      else for (const line of lines) out(clean(line));
    },
    note: line => err(clean(line)),
  };
}
