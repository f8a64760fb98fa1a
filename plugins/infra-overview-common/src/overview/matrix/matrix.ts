import type { FactState, Tone } from '../tone';

export interface MatrixCell {
  readonly environment: string;
  /** Never blank: words, "not stated", "none" or "not needed: reason". */
  readonly text: string;
  readonly fact: FactState;
  readonly tone: Tone;
  readonly path?: string;
}

export interface MatrixRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly MatrixCell[];
  readonly differs: boolean;
  /** Environments whose cell differs from the first column. */
  readonly differing: readonly string[];
}

export interface EnvironmentMatrix {
  /** Columns; the first is the reference, production when there is one. */
  readonly environments: readonly string[];
  readonly rows: readonly MatrixRow[];
}
