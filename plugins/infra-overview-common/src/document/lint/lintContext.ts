import type { Instant } from '../../time/instant';
import type { InfraDocument } from '../document';
import { severityOf, type Problem, type ProblemCode } from '../problem';

export interface LintOptions {
  readonly entityRef?: string | undefined;
  /** Kind of the entity; a standard on a Domain is not asked for every section. */
  readonly kind?: string | undefined;
  readonly lineOf?: ((path: string) => number | undefined) | undefined;
  /** Whether the zone data knows a zone. Left out: only the form was checked, on reading. */
  readonly isTimeZone?: ((zone: string) => boolean) | undefined;
  /** The effective document, with what is inherited; names are looked up in it. */
  readonly within?: InfraDocument | undefined;
}

export interface LintContext {
  readonly document: InfraDocument;
  readonly within: InfraDocument;
  readonly now: Instant;
  readonly options: LintOptions;
}

export type Finding = readonly [code: ProblemCode, path: string, message: string, fix?: string];

export function toProblem([code, path, message, fix]: Finding, options: LintOptions): Problem {
  const line = options.lineOf?.(path);
  return {
    code,
    severity: severityOf(code),
    path,
    ...(line === undefined ? {} : { line }),
    message,
    ...(fix === undefined ? {} : { fix }),
    ...(options.entityRef === undefined ? {} : { entityRef: options.entityRef }),
  };
}
