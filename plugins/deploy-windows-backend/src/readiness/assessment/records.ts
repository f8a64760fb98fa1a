import type {
  Attestation,
  Layers,
  Records,
  SubjectKey,
  Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';

type Place = (subject: SubjectKey, checkId: string) => string;
const placeOf: Place = (subject, checkId) => `${subject} ${checkId}`;

/** What people said of many subjects, found by place and check. */
export class RecordBook {
  readonly #attestations = new Map<string, Attestation[]>();
  readonly #waivers = new Map<string, Waiver[]>();

  constructor({ attestations, waivers }: Records) {
    for (const said of attestations) put(this.#attestations, said);
    for (const waiver of waivers) put(this.#waivers, waiver);
    for (const list of this.#attestations.values())
      list.sort((a, b) => b.attestedAt - a.attestedAt || (a.id < b.id ? 1 : -1));
    for (const list of this.#waivers.values())
      list.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  }

  /** The layers of a check with everything that was said of it, newest first. */
  complete(layers: Omit<Layers, 'attestations' | 'waivers'>): Layers {
    const place = placeOf(layers.answeredAt, layers.asked.definition.id);
    return {
      ...layers,
      attestations: this.#attestations.get(place) ?? [],
      waivers: this.#waivers.get(place) ?? [],
    };
  }

  /** Of some places, as the evaluator wants them. */
  of(places: readonly SubjectKey[], checkIds: readonly string[]): Records {
    const all = places.flatMap(subject => checkIds.map(checkId => placeOf(subject, checkId)));
    return {
      attestations: all.flatMap(place => this.#attestations.get(place) ?? []),
      waivers: all.flatMap(place => this.#waivers.get(place) ?? []),
    };
  }
}

function put<T extends { readonly subject: string; readonly checkId: string }>(
  map: Map<string, T[]>,
  item: T,
): void {
  const place = placeOf(item.subject, item.checkId);
  const list = map.get(place);
  if (list) list.push(item);
  else map.set(place, [item]);
}
