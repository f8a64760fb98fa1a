/** The end of a command that is not its answer: what to say, one sentence a line; exit code 2. */
export class Failure extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join(' '));
    this.name = 'Failure';
  }
}

export function wrongUse(...lines: readonly string[]): Failure {
  return new Failure(lines);
}
