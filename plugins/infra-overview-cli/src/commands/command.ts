import type { OptionName, Values } from '../arguments/options';
import type { ExitCode } from '../exitCode';
import type { World } from '../world';

/** One verb. */
export interface Command {
  readonly name: string;
  /** What it does, as a sentence. */
  readonly summary: string;
  /** What one line cannot say. */
  readonly details?: readonly string[];
  readonly options: readonly OptionName[];
  readonly required: readonly OptionName[];
  /** What stands without a flag. */
  readonly words?: { readonly value: string; readonly help: string; readonly many: boolean };
  /** What follows `infra` on the command line. */
  readonly examples: readonly string[];
  readonly run: (values: Values, world: World) => ExitCode;
}
