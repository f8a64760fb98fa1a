// Declared against observed for a thousand projects: the findings are checked before they are timed.
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  bindSubjects,
  chainOf,
  driftOf,
  effectiveInfra,
  environmentNames,
  environmentViews,
  itemsOf,
  observedFacts,
  readInfraDocument,
  viewOf,
  type EffectiveInfra,
  type ObservedItem,
  type ObservedSubject,
  type SourceLook,
} from 'backstage-plugin-infra-overview-common';
import { syntheticOrganisation } from 'backstage-plugin-infra-overview-common/testUtils';

const PROJECTS = 1_000;
const MOST_TIMES_FLOOR = 12;
const NOW = Date.UTC(2026, 10, 24);
const HOUR = 3_600_000;

const entities = new Map<string, Entity>();
for (const entity of syntheticOrganisation(5, PROJECTS))
  entities.set(stringifyEntityRef(entity), entity);

interface Project {
  readonly entityRef: string;
  readonly effective: EffectiveInfra;
  readonly subjects: readonly ObservedSubject[];
  readonly stored: string;
}

/** As a source would see it: every third plan and every fifth count is another, and a process nobody declared runs beside. */
function seenOf(effective: EffectiveInfra, index: number): readonly ObservedSubject[] {
  return environmentNames(effective).map(environment => {
    const { document } = viewOf(effective, environment);
    const [{ hosting, processes } = {}] = itemsOf(document.environments);
    const item = (list: ObservedItem['list'], name: string, fields: ObservedItem['fields']) => ({
      list,
      name,
      fields,
      sees: [],
    });
    const items: ObservedItem[] = [
      ...itemsOf(processes).map(({ name }) =>
        item('processes', name, { instances: index % 5 === 0 ? 7 : 1, size: 'standard-1x' }),
      ),
      item('processes', 'clock', { instances: 1 }),
      ...itemsOf(document.addons).map(({ id, product = id, plan = 'mini' }) =>
        item('addons', `${id}-seen`, {
          product,
          plan: index % 3 === 0 ? 'standard-9' : plan,
          'observed.lastBackup': '2026-11-23T20:00:00Z',
        }),
      ),
      ...itemsOf(document.domains).map(({ id, host = id }) => item('domains', host, { host })),
    ];
    return {
      source: 'heroku',
      subject: hosting?.app ?? environment,
      environment,
      parts: [
        {
          part: 'app',
          fields: { 'hosting.region': 'eu', 'hosting.stack': 'heroku-24' },
          sees: ['hosting.region'],
          items,
          complete: ['processes', 'addons'],
          at: NOW - HOUR,
        },
      ],
    };
  });
}

const projects: readonly Project[] = [...entities.values()]
  .filter(({ kind }) => kind === 'System')
  .map((entity, index) => {
    const entityRef = stringifyEntityRef(entity);
    const links = chainOf(entities, entityRef).links.map(
      ({ entityRef: ref, level, entity: of }) => {
        const read = readInfraDocument(of.spec?.infra);
        return {
          entityRef: ref,
          level,
          ...(read.outcome === 'read' && { document: read.document }),
        };
      },
    );
    const effective = effectiveInfra(links);
    const subjects = seenOf(effective, index);
    return { entityRef, effective, subjects, stored: JSON.stringify([effective, subjects]) };
  });

const sources: readonly SourceLook[] = [{ id: 'heroku', maxAge: 24 * HOUR, platforms: [] }];

function judge({ entityRef, effective, subjects }: Project) {
  const views = environmentViews(effective);
  const input = { entityRef, effective, relatedRefs: [], subjects, sources, views };
  const findings = driftOf({ ...input, notes: [], only: 'whole-project' }, NOW);
  const bound = bindSubjects(input, subjects);
  return { findings, facts: observedFacts({ effective, bound, sources, views }, NOW) };
}

/** One project after the other, as the server does: nothing of the last one is kept. */
function timesOf(each: (project: Project) => unknown): readonly number[] {
  const task = () => {
    for (const project of projects) each(project);
  };
  const times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const startedAt = performance.now();
    task();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b);
}

const statuses = new Map<string, number>();
for (const project of projects) {
  const { findings, facts } = judge(project);
  if (findings.length === 0 || facts.length === 0) throw new Error('Every project has findings');
  for (const { status } of findings) statuses.set(status, (statuses.get(status) ?? 0) + 1);
}
if (
  projects.length !== PROJECTS ||
  ['different', 'only-observed', 'same'].some(each => !statuses.get(each))
)
  throw new Error('The projects are not what they were');

const floor = timesOf(({ stored }) => JSON.parse(stored));
const rows: readonly (readonly [string, readonly number[]])[] = [
  ['parse what is stored: documents and observations (the floor)', floor],
  [
    'the documents as their environments see them',
    timesOf(({ effective }) => environmentNames(effective).map(name => viewOf(effective, name))),
  ],
  ['drift and facts, views included', timesOf(judge)],
];
const counts = [...statuses].map(([status, count]) => `${count} ${status}`).join(', ');
console.log(`${PROJECTS} projects; findings: ${counts}\n`);
console.log('| 1,000 projects | p50 | fastest | against the floor |\n|---|---|---|---|');
const best = (times: readonly number[]) => times[0] ?? Infinity;
const middle = (times: readonly number[]) => times[4] ?? Infinity;
for (const [name, times] of rows)
  console.log(
    `| ${name} | ${middle(times).toFixed(0)} ms | ${best(times).toFixed(0)} ms | ${(best(times) / best(floor)).toFixed(1)} × |`,
  );
// Against the floor, since what else the machine does at the time is no matter of this code.
const ratio = best(rows.at(-1)?.[1] ?? []) / best(floor);
if (ratio > MOST_TIMES_FLOOR)
  throw new Error(`Drift takes ${ratio.toFixed(1)} times the floor, more than ${MOST_TIMES_FLOOR}`);
