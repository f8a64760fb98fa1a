import type { FactState, Tone } from '../tone';

/** A box of the request path. Steps of one lane and column stand above each other: the path branches there. */
export interface PathStep {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly sublabel?: string;
  readonly tone: Tone;
  /** Why the tone is not neutral, in words. */
  readonly toneText?: string;
  /** Where the box is written. */
  readonly path: string;
  /** What it stands for: the add-on or process behind it, else the box itself. */
  readonly element: string;
  /** 0 is the way of a request; others do not lie on it, a worker for example. */
  readonly lane: number;
  readonly column: number;
  readonly details: readonly string[];
  /** "web, 1 instance: goes to Postgres and Elasticsearch." for lists and screen readers. */
  readonly sentence: string;
}

export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Port, protocol or condition; absent when nothing is stated. */
  readonly label?: string;
  readonly path: string;
}

export interface DrawnPath {
  readonly fact: FactState;
  /** "not stated", "none" or "not needed: reason" when there is nothing to draw; else a summary. */
  readonly text: string;
  readonly steps: readonly PathStep[];
  readonly edges: readonly DrawnEdge[];
  readonly lanes: number;
}
