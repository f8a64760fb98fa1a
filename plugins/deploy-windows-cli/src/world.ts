import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';

/** All the command touches outside itself. `nodeWorld.ts` is the real one. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Instant;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly newId: () => string;
  readonly digest: (text: string) => string;
  /** Aborts after so many milliseconds. */
  readonly timeLimit: (milliseconds: number) => AbortSignal;
  readonly files: Files;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Version of the zone data. */
  readonly tzdata: string;
}

export interface Files {
  /** Undefined when there is no such file. */
  read(path: string): string | undefined;
  /** Makes the folder it lies in; readable by its owner alone. */
  write(path: string, text: string): void;
  /** Every file below a folder whose name ends so, in one order; undefined when there is no such folder. */
  list(folder: string, endings: readonly string[]): readonly string[] | undefined;
}
