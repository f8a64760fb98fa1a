import type { ObservedPart } from 'backstage-plugin-infra-overview-common';
import type { SubjectReport } from '../observations/ObservationSource';
import type { SourceKind } from '../observations/sources/SourceKind';

/** What a source of a test sees; tests change it between two looks. */
export interface FakeWorld {
  reports: (at: number) => readonly SubjectReport[];
  /** Thrown after the reports. */
  error?: Error;
  readiness?: { readonly state: 'disabled'; readonly reason: string };
  /** Names that were asked for, look by look. */
  readonly asked: string[][];
}

export const aFakeWorld = (): FakeWorld => ({ reports: () => [], asked: [] });

/** A source of Heroku apps, as far as anybody can tell. */
export const aFakeSource = (world: FakeWorld, now: () => number): SourceKind => ({
  id: 'fake',
  schedule: { frequency: { minutes: 15 }, timeout: { minutes: 5 } },
  create: () => ({
    id: 'fake',
    title: 'Fake platform',
    platforms: ['heroku'],
    covers: ['environments[].hosting.plan', 'addons[].plan'],
    prepare: async () => world.readiness ?? { state: 'ready' },
    async *observe(wanted) {
      world.asked.push(wanted.map(({ subject }) => subject));
      yield* world.reports(now());
      if (world.error) throw world.error;
    },
  }),
});

export const aPart = (
  part: string,
  at: number,
  given: Partial<ObservedPart> = {},
): ObservedPart => ({
  part,
  at,
  fields: {},
  sees: [],
  items: [],
  complete: [],
  ...given,
});
