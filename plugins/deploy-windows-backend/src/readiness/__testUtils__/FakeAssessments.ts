import {
  NOBODY,
  verdictOf,
  type Facts,
  type Instant,
  type Layers,
  type OrgGraph,
  type Pack,
  type Subject,
  type SubjectKey,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type {
  Assessments,
  LoadedSubject,
  RecordReader,
  StoredVerdict,
  SubjectOutline,
} from '../assessment/Assessments';
import { outlineOf } from '../fleet/outlineOf';
import type { FakeLayers } from './checks';

export interface FakeSubject {
  readonly subject: Subject;
  readonly ownerRef?: string;
  readonly systemRef?: string;
  readonly domainRef?: string;
  readonly facts: Facts;
  readonly checks: readonly FakeLayers[];
}

type Why = Parameters<Assessments['reassess']>[1];

/** What is judged is given; what people said is read from the real tables. */
export class FakeAssessments implements Assessments {
  subjects: FakeSubject[] = [];
  people: OrgGraph = NOBODY;
  shelf: readonly Pack[] = [];
  /** What was to be judged again, and how many answers were to be seen then. */
  readonly judged: (Omit<Why, 'trx'> & {
    readonly keys: readonly SubjectKey[];
    readonly records: number;
  })[] = [];
  readonly refreshed: SubjectKey[] = [];
  readonly #records: RecordReader;
  readonly #now: () => Instant;

  constructor({ records, now }: { readonly records: RecordReader; readonly now: () => Instant }) {
    this.#records = records;
    this.#now = now;
  }

  async outlines(): Promise<readonly SubjectOutline[]> {
    return this.subjects.map(each => outlineOf(loadedOf(each, [], this.#now())));
  }

  async verdicts(keys?: readonly SubjectKey[]): Promise<readonly StoredVerdict[]> {
    const all = this.subjects.map(({ subject }) => subject.key);
    const loaded = await this.load(keys ?? all);
    return loaded.map(each => ({
      outline: outlineOf(each),
      subject: each.subject,
      verdict: { ...verdictOf(each.subject, each.layers, this.#now()), checks: [] },
      readAt: each.readAt,
    }));
  }

  async load(keys: readonly SubjectKey[]): Promise<readonly LoadedSubject[]> {
    const found = keys.flatMap(
      key => this.subjects.find(({ subject }) => subject.key === key) ?? [],
    );
    const places = found.flatMap(({ subject: { key, entityRef } }) => [key, entityRef]);
    const attestations = await this.#records.attestations(places);
    const waivers = await this.#records.waivers(places);
    return found.map(each => {
      const layers = each.checks.map((check): Layers => {
        const { definition } = check.asked;
        const { key, entityRef } = each.subject;
        const answeredAt = definition.scope === 'environment' ? key : entityRef;
        const isOwn = (record: { readonly subject: string; readonly checkId: string }) =>
          record.subject === answeredAt && record.checkId === definition.id;
        return {
          ...check,
          subject: key,
          answeredAt,
          attestations: attestations.filter(isOwn),
          waivers: waivers.filter(isOwn),
        };
      });
      return loadedOf(each, layers, this.#now());
    });
  }

  async reassess(keys: readonly SubjectKey[], { trx, ...why }: Why): Promise<void> {
    const places = keys.flatMap(key => [key, key.split('#')[0] ?? key]);
    const attestations = await this.#records.attestations(places, trx);
    const waivers = await this.#records.waivers(places, trx);
    this.judged.push({ ...why, keys, records: attestations.length + waivers.length });
  }

  async refresh(key: SubjectKey): Promise<void> {
    this.refreshed.push(key);
  }

  packs() {
    return { packs: this.shelf, problems: [] };
  }

  async org(): Promise<OrgGraph> {
    return this.people;
  }
}

function loadedOf(
  { checks, ...each }: FakeSubject,
  layers: readonly Layers[],
  readAt: Instant,
): LoadedSubject {
  return {
    ...each,
    readAt,
    layers,
    since: new Map(),
    packs: [{ pack: 'acme@1', because: 'checklists[production] of domain:default/city' }],
    problems: [],
    version: 1,
  };
}
