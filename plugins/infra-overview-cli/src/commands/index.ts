import { check } from './check';
import type { Command } from './command';
import { schema } from './schema';
import { show } from './show';

/** Every verb, in the order of help. */
export const COMMANDS: readonly Command[] = [check, show, schema];
