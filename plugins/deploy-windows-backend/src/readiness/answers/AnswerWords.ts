import type { JsonObject } from '@backstage/types';
import type {
  AttestationAnswer,
  AttestationsAnswer,
  AttestationsQuery,
  VerdictAnswer,
  WaiverAnswer,
  WaiversAnswer,
  WaiversQuery,
} from 'backstage-plugin-deploy-windows-common';
import {
  attestationAnswer,
  effective,
  verdictAnswer,
  verdictOf,
  waiverAnswer,
  waiverState,
  type Attestation,
  type Layers,
  type SubjectKey,
  type Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';
import type { Assessments, LoadedSubject, SubjectOutline } from '../assessment/Assessments';
import { pageOf } from '../fleet/page';
import { isGroup, outlineOf } from '../fleet/outlineOf';
import type { Presenter } from '../fleet/Presenter';

interface Kept {
  readonly subject: SubjectKey;
  readonly checkId: string;
}

/** Answers of people in the words of the checks they are about. One load for any number of them. */
export class AnswerWords {
  readonly #assessments: Pick<Assessments, 'outlines' | 'load'>;
  readonly #presenter: Presenter;

  constructor(deps: {
    readonly assessments: Pick<Assessments, 'outlines' | 'load'>;
    readonly presenter: Presenter;
  }) {
    this.#assessments = deps.assessments;
    this.#presenter = deps.presenter;
  }

  /** The facts that answers are bound to, as the caller is shown them, by check. */
  async factsShown(
    rows: readonly Layers[],
    options: CallOptions,
  ): Promise<ReadonlyMap<string, JsonObject>> {
    const facts = rows.map(({ boundFacts }) => boundFacts);
    const seen = await this.#presenter.seenIn(facts, options);
    return new Map(
      rows.map(({ asked, boundFacts }) => [asked.definition.id, seen.value(boundFacts)]),
    );
  }

  /** @param key whose layers show them, where one of several environments was spoken of */
  async attestationAnswers(
    attestations: readonly Attestation[],
    key: SubjectKey | undefined,
    options: CallOptions,
  ): Promise<readonly AttestationAnswer[]> {
    const shown = await this.#shown(attestations, key);
    const layersOf = (kept: Kept) => shown(kept)?.layers;
    const rows = attestations.flatMap(each => layersOf(each) ?? []);
    const seen = await this.#presenter.seenIn([attestations, ...rows.map(saidIn)], options);
    const context = this.#presenter.context(options.now, seen);
    return attestations.map(each => {
      const layers = layersOf(each);
      const [own] = layers ? seen.layers([layers]) : [];
      return attestationAnswer(seen.value(each), own ? { layers: own } : {}, context);
    });
  }

  async waiverAnswers(
    waivers: readonly Waiver[],
    options: CallOptions,
  ): Promise<readonly WaiverAnswer[]> {
    const shown = await this.#shown(waivers, undefined);
    const seen = await this.#presenter.seenIn(waivers, options);
    return waivers.map(waiver => this.#waiver(waiver, shown(waiver)?.layers, seen, options));
  }

  async verdict(loaded: LoadedSubject, options: CallOptions): Promise<VerdictAnswer> {
    const { now } = options;
    const gateOf = await this.#presenter.gates(now);
    const { subject, layers, readAt } = loaded;
    const gate = gateOf(subject.key);
    const seen = await this.#presenter.seenIn([layers], options);
    const context = this.#presenter.ofSubject(outlineOf(loaded), {
      now,
      seen,
      gate,
      readAt,
      subject,
    });
    return verdictAnswer(verdictOf(subject, seen.layers(layers), now), context);
  }

  /** The newest of each check that was not taken back; what ends first leads, what has ended comes last. */
  async attestations(
    all: readonly Attestation[],
    { by, limit, cursor }: AttestationsQuery,
    options: CallOptions,
  ): Promise<AttestationsAnswer> {
    const { now } = options;
    const asked = newestOf(all).filter(
      ({ attestedBy }) => by === undefined || attestedBy === by.toLowerCase(),
    );
    const hasEnded = ({ validUntil }: Attestation) => (validUntil <= now ? 1 : 0);
    const sorted = asked.sort((a, b) => hasEnded(a) - hasEnded(b) || a.validUntil - b.validUntil);
    const { items, nextCursor } = pageOf(sorted, {
      limit,
      ...(cursor !== undefined && { cursor }),
    });
    const answers = await this.attestationAnswers(items, undefined, options);
    const targetOf = await this.#targets();
    return {
      items: answers.map(answer => ({ ...answer, target: targetOf(answer.subject) })),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  /** What waits leads, then what ends first. */
  async waivers(
    all: readonly Waiver[],
    { state, limit, cursor }: WaiversQuery,
    options: CallOptions,
  ): Promise<WaiversAnswer> {
    const { now } = options;
    const shown = await this.#shown(all, undefined);
    const stateOf = (waiver: Waiver) =>
      waiverState(
        waiver,
        shown(waiver)?.layers.asked.definition.version ?? waiver.checkVersion,
        now,
      );
    const rank = (waiver: Waiver) => ['waiting', 'active'].indexOf(stateOf(waiver));
    const asked = all
      .filter(waiver => state === undefined || stateOf(waiver) === state)
      .map(waiver => ({ waiver, rank: rank(waiver) === -1 ? 2 : rank(waiver) }))
      .sort(
        (a, b) =>
          a.rank - b.rank ||
          (a.rank === 2
            ? b.waiver.expiresAt - a.waiver.expiresAt
            : a.waiver.expiresAt - b.waiver.expiresAt) ||
          (a.waiver.id < b.waiver.id ? -1 : 1),
      )
      .map(({ waiver }) => waiver);
    const { items, nextCursor } = pageOf(asked, { limit, ...(cursor !== undefined && { cursor }) });
    const seen = await this.#presenter.seenIn(items, options);
    const targetOf = await this.#targets();
    return {
      items: items.map(waiver => ({
        ...this.#waiver(waiver, shown(waiver)?.layers, seen, options),
        target: targetOf(waiver.subject),
      })),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  #waiver(
    waiver: Waiver,
    layers: Layers | undefined,
    seen: Awaited<ReturnType<Presenter['seenIn']>>,
    { now }: CallOptions,
  ): WaiverAnswer {
    const isMet = layers !== undefined && effective(layers, now).status === 'pass';
    return waiverAnswer(
      seen.value(waiver),
      {
        ...(layers && {
          checkTitle: layers.asked.definition.title,
          checkVersion: layers.asked.definition.version,
          all: layers.waivers,
        }),
        ...(isMet && { own: 'pass' }),
      },
      this.#presenter.context(now, seen),
    );
  }

  /** Where each is kept: the subject of that key, or the first environment of that entity. */
  async #shown(records: readonly Kept[], key: SubjectKey | undefined) {
    const places = new Set(records.map(({ subject }) => subject));
    const byPlace = new Map<SubjectKey, SubjectKey>();
    for (const outline of await this.#assessments.outlines()) {
      for (const place of [outline.key, outline.entityRef]) {
        if (!places.has(place)) continue;
        if (!byPlace.has(place) || outline.key === key) byPlace.set(place, outline.key);
      }
    }
    for (const place of places) if (isGroup(place)) byPlace.set(place, place);
    const loaded = await this.#assessments.load([...new Set(byPlace.values())]);
    const byKey = new Map(loaded.map(each => [each.subject.key, each]));
    return ({ subject, checkId }: Kept) => {
      const found = byKey.get(byPlace.get(subject) ?? '');
      const layers = found?.layers.find(({ asked }) => asked.definition.id === checkId);
      return found && layers && { loaded: found, layers };
    };
  }

  async #targets() {
    const outlines = await this.#assessments.outlines();
    const byPlace = new Map<SubjectKey, SubjectOutline>();
    for (const outline of outlines) {
      byPlace.set(outline.key, outline);
      if (!byPlace.has(outline.entityRef)) byPlace.set(outline.entityRef, outline);
    }
    return (place: SubjectKey) => {
      const outline = byPlace.get(place);
      const environment = place.includes('#') ? place.slice(place.indexOf('#') + 1) : undefined;
      return {
        title: outline?.title ?? place,
        ...(environment !== undefined && { environment }),
        ...(outline?.ownerRef !== undefined && { owner: outline.ownerRef }),
      };
    };
  }
}

function saidIn({ attestations, waivers, boundFacts }: Layers): unknown {
  return [attestations, waivers, boundFacts];
}

function newestOf(all: readonly Attestation[]): Attestation[] {
  const newest = new Map<string, Attestation>();
  for (const attestation of all) {
    if (attestation.revokedAt !== undefined) continue;
    const key = `${attestation.subject} ${attestation.checkId}`;
    const found = newest.get(key);
    if (found === undefined || attestation.attestedAt > found.attestedAt)
      newest.set(key, attestation);
  }
  return [...newest.values()];
}
