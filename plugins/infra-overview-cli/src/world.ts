import type { Instant } from 'backstage-plugin-infra-overview-common';

/** All the command touches outside itself. `nodeWorld.ts` is the real one. */
export interface World {
  readonly now: () => Instant;
  readonly isTimeZone: (name: string) => boolean;
  readonly files: Files;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

export interface Files {
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** Undefined when it is larger; throws a `Failure` when it cannot be read. */
  read(path: string, atMost: number): Uint8Array | undefined;
  /** Files below a folder, in one order, without what was installed and without `.git`. */
  list(folder: string): Iterable<string>;
}
