export interface StateIdentity {
  readonly serial?: number;
  readonly lineage?: string;
}

/** What this process saw last of each state, so that an older copy does not go back in time. */
export class SeenSerials {
  readonly #last = new Map<string, Required<StateIdentity>>();

  /** The serial seen before, where this one is lower and of the same lineage: a new lineage is a new state. */
  newerThan(id: string, { serial, lineage }: StateIdentity): number | undefined {
    const last = this.#last.get(id);
    if (last === undefined || serial === undefined || last.lineage !== lineage) return undefined;
    return serial < last.serial ? last.serial : undefined;
  }

  remember(id: string, { serial, lineage }: StateIdentity): void {
    if (serial !== undefined && lineage !== undefined) this.#last.set(id, { serial, lineage });
  }
}
