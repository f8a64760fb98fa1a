import type { OverviewAnswer } from './OverviewService';

/** What callers may see differs, so there can be several answers for one entity. */
const MOST_SHAPES = 4;

interface Shape {
  /** The entities the answer was made of. */
  readonly refs: readonly string[];
  readonly version: string;
  readonly answer: OverviewAnswer;
}

/**
 * Computed answers of this process. An answer is found by the state of every entity it was made of, as the caller sees
 * them: the cache saves the work, never the question to the catalog.
 */
export class OverviewCache {
  readonly #shapes = new Map<string, readonly Shape[]>();
  readonly #mostCharacters: number;
  #characters = 0;

  constructor(options: { readonly mostCharacters: number }) {
    this.#mostCharacters = options.mostCharacters;
  }

  /** The entities that answers were made of lately: most likely those of the next one. */
  likelySources(entityRef: string): readonly string[] {
    return [...new Set((this.#shapes.get(entityRef) ?? []).flatMap(shape => shape.refs))];
  }

  find(entityRef: string, version: string): OverviewAnswer | undefined {
    const shapes = this.#shapes.get(entityRef);
    if (!shapes) return undefined;
    // The order of the map is the order of use: the first is forgotten first.
    this.#shapes.delete(entityRef);
    this.#shapes.set(entityRef, shapes);
    return shapes.find(shape => shape.version === version)?.answer;
  }

  keep(entityRef: string, shape: Shape): void {
    if (shape.answer.body.length > this.#mostCharacters) return;
    const others = (this.#shapes.get(entityRef) ?? []).filter(
      other => other.version !== shape.version,
    );
    const shapes = [shape, ...others].slice(0, MOST_SHAPES);
    this.#forget(entityRef);
    this.#shapes.set(entityRef, shapes);
    this.#characters += size(shapes);
    for (const oldest of this.#shapes.keys()) {
      if (this.#characters <= this.#mostCharacters) break;
      this.#forget(oldest);
    }
  }

  #forget(entityRef: string) {
    this.#characters -= size(this.#shapes.get(entityRef) ?? []);
    this.#shapes.delete(entityRef);
  }
}

function size(shapes: readonly Shape[]): number {
  return shapes.reduce((sum, shape) => sum + shape.answer.body.length, 0);
}
