import type { TerraformResource } from '../resource';

/** The resources of one subject, by type. */
export class ResourceSet {
  readonly #known = new Map<string, TerraformResource[]>();
  readonly #others = new Map<string, number>();

  constructor(resources: readonly TerraformResource[]) {
    for (const resource of resources) {
      const { type } = resource;
      if (!resource.isKnown) this.#others.set(type, (this.#others.get(type) ?? 0) + 1);
      else if (this.#known.has(type)) this.#known.get(type)?.push(resource);
      else this.#known.set(type, [resource]);
    }
  }

  of(...types: readonly string[]): readonly TerraformResource[] {
    return types.flatMap(type => this.#known.get(type) ?? []);
  }

  /** How many there are of each type that nothing else is said of. */
  others(): readonly (readonly [type: string, count: number])[] {
    return [...this.#others];
  }
}
