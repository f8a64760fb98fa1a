import type { OptionName, Values } from '../arguments/options';
import type { Word } from '../arguments/words';
import type { ExitCode } from '../exitCode';
import type { Output } from '../output';
import type { World } from '../world';

/** One verb. */
export interface Command {
  /** As it is typed: `lock take`. */
  readonly name: string;
  /** What it does, as a sentence. */
  readonly summary: string;
  /** What one line cannot say. */
  readonly details?: readonly string[];
  readonly options: readonly OptionName[];
  readonly required: readonly OptionName[];
  /** What stands without a flag, in order: `values.words`. */
  readonly words?: readonly Word[];
  /** What its exit codes mean, where it is something else than for most. */
  readonly exits?: readonly string[];
  /** What follows `deploy-windows` on the command line. */
  readonly examples: readonly string[];
  readonly run: (values: Values, context: Context) => Promise<ExitCode>;
}

export interface Context {
  readonly world: World;
  readonly output: Output;
}
