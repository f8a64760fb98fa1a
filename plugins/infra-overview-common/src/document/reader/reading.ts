import type { JsonValue } from '@backstage/types';
import { severityOf, type Problem, type ProblemCode } from '../problem';

export interface NotUnderstood {
  readonly path: string;
  readonly value: JsonValue;
}

/** What stands where a value must not be repeated. */
export const WITHHELD = '(not repeated here)';

export interface ReadingOptions {
  readonly entityRef?: string | undefined;
  readonly lineOf?: ((path: string) => number | undefined) | undefined;
  readonly originalPath: (path: string) => string;
}

/** Collects what is found while one document is read. */
export class Reading {
  readonly problems: Problem[] = [];
  #lost: NotUnderstood[] = [];

  constructor(private readonly options: ReadingOptions) {}

  get notUnderstood(): readonly NotUnderstood[] {
    return this.#lost;
  }

  report(code: ProblemCode, path: string, message: string, fix?: string): void {
    const { entityRef, lineOf, originalPath } = this.options;
    const written = originalPath(path);
    const line = lineOf?.(written);
    this.problems.push({
      code,
      severity: severityOf(code),
      path: written,
      ...(line === undefined ? {} : { line }),
      message,
      ...(fix === undefined ? {} : { fix }),
      ...(entityRef === undefined ? {} : { entityRef }),
    });
  }

  /** Keeps a value that is no part of the document, so that nothing is lost. */
  lose(path: string, value: unknown): void {
    this.#lost.push({ path: this.options.originalPath(path), value: value as JsonValue });
  }

  /** A mark to go back to, when a whole item is lost instead of its parts. */
  mark(): number {
    return this.#lost.length;
  }

  backTo(mark: number): void {
    this.#lost.length = mark;
  }
}
