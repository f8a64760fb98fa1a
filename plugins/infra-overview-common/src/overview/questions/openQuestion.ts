/** Something not known: asked by an author, or a gap the rules found. */
export interface OpenQuestion {
  readonly id: string;
  readonly kind: 'question' | 'gap';
  readonly text: string;
  readonly path: string;
  /** The element it is about, when it names one. */
  readonly about?: string;
  readonly owner?: string;
  readonly entityRef?: string;
  /** What to write to close it. */
  readonly fix?: string;
}
