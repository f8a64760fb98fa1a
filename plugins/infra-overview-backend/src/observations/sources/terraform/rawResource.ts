/** A resource as a state has it, on its way to the allow list. Lives as long as one turn of the loop. */
export interface RawResource {
  readonly type: unknown;
  readonly name: unknown;
  readonly module: unknown;
  readonly key: unknown;
  readonly provider: unknown;
  readonly attributes: unknown;
}

/** A state whose form is known: its resources, and what tells one reading from another. */
export interface OpenedState {
  readonly serial?: number;
  readonly lineage?: string;
  readonly resources: Iterable<RawResource>;
}

export type Opened =
  | { readonly outcome: 'opened'; readonly state: OpenedState }
  /** In our words: nothing of the input is in them. */
  | { readonly outcome: 'refused'; readonly reason: string };

export function refused(reason: string): { readonly outcome: 'refused'; readonly reason: string } {
  return { outcome: 'refused', reason };
}
