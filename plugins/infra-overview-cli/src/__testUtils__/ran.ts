import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../main';
import { nodeWorld } from '../nodeWorld';

export interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Runs a command line in a folder of its own, at one time. Paths in what it says are relative to the folder. */
export function ran(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  prepare: (folder: string) => void = () => {},
): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'infra-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    prepare(folder);
    const [out, err]: [string[], string[]] = [[], []];
    const without = (line: string) => line.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
    const code = main(
      args.map(arg => arg.replace(/^@/, `${folder}/`)),
      {
        ...nodeWorld(),
        now: () => Date.parse('2026-11-24T17:00:00Z'),
        out: line => void out.push(without(line)),
        err: line => void err.push(without(line)),
      },
    );
    return { code, out, err };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const component = (name: string, more = ''): string => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
spec:
  type: service
  lifecycle: production
  owner: group:default/core
${more}`;
