import { EXIT, type ExitCode } from './exitCode';

/** The end of a command that is not its answer: what to say, and the exit code. */
export class Failure extends Error {
  constructor(
    readonly exitCode: Exclude<ExitCode, 0>,
    /** One sentence a line; what is wrong first, then the way out. */
    readonly lines: readonly string[],
    /** As the server sent it, for `--json`. */
    readonly body?: string,
    /** Milliseconds the server asks us to stay away. */
    readonly retryIn?: number,
    /** As the server names it: `LOCK_LOST`. */
    readonly code?: string,
  ) {
    super(lines.join(' '));
    this.name = 'Failure';
  }
}

export function wrongUse(...lines: readonly string[]): Failure {
  return new Failure(EXIT.wrongUse, lines);
}

export function isNoAnswer(error: unknown): error is Failure {
  return error instanceof Failure && error.exitCode === EXIT.noAnswer;
}
