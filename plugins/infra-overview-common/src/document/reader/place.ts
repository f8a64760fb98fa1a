import { fieldPath } from '../factPath';
import type { ProblemCode } from '../problem';
import { WITHHELD, type Reading } from './reading';
import type { Shape } from './shape';

/** Values that were read, or one of these. */
export const REFUSED = Symbol('could not be read');
export const EMPTY = Symbol('nothing was written');

export interface Lost {
  readonly path: string;
  readonly message: string;
}

/** Where a value stands, and what reading it has to mind. */
export interface Place {
  readonly reading: Reading;
  /** Reads what is inside, whatever its shape. */
  readonly read: (shape: Shape, value: unknown, place: Place) => unknown;
  readonly path: string;
  /** Values here are never repeated. */
  readonly withheld: boolean;
  /** Inside a schedule: a part that is missing leaves the window incomplete. */
  readonly schedule: boolean;
  /** What the window or deploy around it lost. */
  readonly lost: Lost[] | undefined;
}

export function inField(place: Place, name: string): Place {
  return { ...place, path: fieldPath(place.path, name) };
}

/** Lists the problem, keeps the value out of the document, and tells the window or deploy around it. */
export function refuse(
  place: Place,
  value: unknown,
  problem: { code: ProblemCode; message: string; fix?: string | undefined },
): typeof REFUSED {
  place.reading.report(problem.code, place.path, problem.message, problem.fix);
  place.reading.lose(place.path, place.withheld ? WITHHELD : value);
  place.lost?.push({ path: place.path, message: problem.message });
  return REFUSED;
}

export function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
