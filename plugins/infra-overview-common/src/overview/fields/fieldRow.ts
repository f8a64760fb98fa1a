import type { Origin } from '../../effective';
import type { FactState, Tone } from '../tone';
import type { NamedItem } from './namedItem';

/** One field of an item in words. `text` says everything, also where `list` or `rows` say it in parts. */
export interface FieldRow {
  readonly path: string;
  readonly label: string;
  readonly text: string;
  readonly fact: FactState;
  readonly tone: Tone;
  readonly list?: readonly string[];
  readonly rows?: readonly FieldRow[];
  /** An https or mailto address, checked. */
  readonly href?: string;
  /** Items the text names, to open them. */
  readonly names?: readonly NamedItem[];
  readonly origin?: Origin;
}
