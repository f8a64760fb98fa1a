// Readiness against tech-insights on the same kind of database, one after the other in turn: judging everything with nothing
// changed and with every result another, the largest pack, and the routes of a running backend.
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { syntheticOrganisation } from 'backstage-plugin-infra-overview-common/testUtils';
import type { Knex } from 'knex';
import { migrate } from '../plugins/deploy-windows-backend/src/database/migrate';
import { postgres, sqliteFiles, type Databases } from './databases';
import { benchCore, silent } from './readinessCore';
import {
  CHECKS,
  componentName,
  components,
  flatFacts,
  pack,
  PACK_FILE,
} from './readinessQuestions';
import { measureRoutes, type RouteRow } from './readinessRoutes';
import { installTechInsights, startTechInsights, type CheckResult } from './techInsights';

const SUBJECTS = 1_000;
const REPETITIONS = 5;
const LARGEST = 'tts-good-production-practices';
const SEED = 20261124;

/** Milliseconds of each repetition, by what was done. */
class Times {
  readonly #lists = new Map<string, number[]>();

  async take<T>(name: string, task: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const result = await task();
    const list = this.#lists.get(name) ?? [];
    this.#lists.set(name, [...list, performance.now() - begun]);
    return result;
  }

  of(name: string): { readonly median: number; readonly least: number; readonly most: number } {
    const sorted = [...(this.#lists.get(name) ?? [])].sort((a, b) => a - b);
    const at = (index: number) => sorted[index] ?? Number.NaN;
    return {
      median: at(Math.floor(sorted.length / 2)),
      least: at(0),
      most: at(sorted.length - 1),
    };
  }

  text(name: string): string {
    const { median, least, most } = this.of(name);
    return `${shown(median)} ms (${shown(least)} to ${shown(most)})`;
  }
}

const shown = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const times = (value: number) => `${value.toFixed(value < 20 ? 1 : 0)} ×`;

async function queriesOf(knex: Knex, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const listener = () => void (count += 1);
  knex.on('query', listener);
  try {
    await work();
  } finally {
    knex.removeListener('query', listener);
  }
  return count;
}

/** Stored statuses and the answers of the other side must be the same before anything is believed. */
async function agree(
  knex: Knex,
  theirs: ReadonlyMap<string, readonly CheckResult[]>,
): Promise<void> {
  const rows = await knex('readiness_results').where('check_id', 'like', 'bench.%');
  const results = new Map(
    [...theirs].flatMap(([ref, list]) =>
      list.map(({ check, result }): [string, boolean] => [`${ref}#production ${check.id}`, result]),
    ),
  );
  const wrong = rows.filter(
    row => results.get(`${row.subject} ${row.check_id}`) !== (row.status === 'pass'),
  );
  if (rows.length !== SUBJECTS * CHECKS || results.size !== rows.length || wrong.length > 0)
    throw new Error(
      `The two sides disagree: ${rows.length} and ${results.size} results, ${wrong.length} differ, such as ${JSON.stringify(wrong[0])}`,
    );
}

async function againstTechInsights(databases: Databases, folder: string) {
  const knex = await databases.open('readiness');
  await migrate(knex, silent);
  const theirKnex = await databases.open('tech_insights');
  const theirs = await startTechInsights(folder, { getClient: async () => theirKnex }, silent);
  const refs = Array.from(
    { length: SUBJECTS },
    (_, index) => `component:default/${componentName(index)}`,
  );
  let turn = 0;
  let entities = components(SUBJECTS, turn);
  const wish = {
    knex,
    entities: () => entities,
    packs: [{ file: PACK_FILE, subjects: {} }],
    readFile: () => pack,
  };
  const core = benchCore(wish);
  const collected = () =>
    refs.map((_, index) => ({
      entity: { kind: 'component', namespace: 'default', name: componentName(index) },
      facts: flatFacts(index, turn),
    }));
  await core.read();
  await core.judge();
  await theirs.insert(collected());
  await agree(knex, await theirs.run(refs));
  const keys = refs.map(ref => `${ref}#production`);

  const taken = new Times();
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    await taken.take('theirs, unchanged', () => theirs.run(refs));
    await taken.take('pass', () => core.sweep());
    const restarted = benchCore(wish);
    await taken.take('restarted', () => restarted.sweep());
    await taken.take('again', () => core.assessments.reassess(keys, { cause: 'facts' }));
    turn += 1;
    entities = components(SUBJECTS, turn);
    await taken.take('theirs, collected', () => theirs.insert(collected()));
    const answers = await taken.take('theirs, changed', () => theirs.run(refs));
    await taken.take('read', () => core.read());
    await taken.take('changed', () => core.judge());
    await agree(knex, answers);
  }
  const queries = {
    theirs: await queriesOf(theirKnex, () => theirs.run(refs)),
    pass: await queriesOf(knex, () => core.sweep()),
    again: await queriesOf(knex, () => core.assessments.reassess(keys, { cause: 'facts' })),
    changed: await queriesOf(knex, async () => {
      turn += 1;
      entities = components(SUBJECTS, turn);
      await core.read();
    }).then(() => queriesOf(knex, () => core.judge())),
  };
  const [results] = await knex('readiness_results').count({ count: '*' });
  const unchanged = taken.of('theirs, unchanged').median;
  const changed = taken.of('theirs, changed').median;
  const row = (what: string, name: string, peer: number, count: number | string) => [
    databases.kind,
    what,
    taken.text(name),
    String(count),
    times(peer / taken.of(name).median),
  ];
  return {
    results: Number(results?.count),
    rows: [
      row('tech-insights runs all', 'theirs, unchanged', unchanged, queries.theirs),
      row('the nightly pass, nothing changed', 'pass', unchanged, queries.pass),
      row('the same in a process just started', 'restarted', unchanged, ''),
      row('every rule asked again, nothing changed', 'again', unchanged, queries.again),
      row('tech-insights runs all, facts changed', 'theirs, changed', changed, queries.theirs),
      row('every result another, all written', 'changed', changed, queries.changed),
    ],
    collected: [
      databases.kind,
      taken.text('theirs, collected'),
      taken.text('read'),
      times(
        (taken.of('theirs, collected').median + changed) /
          (taken.of('read').median + taken.of('changed').median),
      ),
    ],
  };
}

/** Synthetic projects of one environment each, until there are so many Systems and Components, with what is above them. */
function organisation(subjects: number): readonly Entity[] {
  const all = syntheticOrganisation(SEED, subjects).map(entity => ({
    ...entity,
    metadata: { ...entity.metadata, namespace: 'default', etag: 'first' },
  }));
  const isJudged = ({ kind }: Entity) => kind === 'System' || kind === 'Component';
  return [
    ...all.filter(entity => !isJudged(entity)),
    ...all.filter(isJudged).slice(0, subjects).map(inOneEnvironment),
  ];
}

function inOneEnvironment(entity: Entity): Entity {
  const infra = entity.spec?.infra as JsonObject;
  const { environments } = infra;
  if (!Array.isArray(environments)) return entity;
  return {
    ...entity,
    spec: { ...entity.spec, infra: { ...infra, environments: environments.slice(0, 1) } },
  };
}

async function largestPack(databases: Databases) {
  const measured = [];
  for (const subjects of [100, SUBJECTS]) {
    const knex = await databases.open(`largest_${subjects}`);
    await migrate(knex, silent);
    const entities = organisation(subjects);
    const wish = {
      knex,
      entities: () => entities,
      packs: [{ name: LARGEST, subjects: {} }],
    };
    const core = benchCore(wish);
    await core.read();
    const taken = new Times();
    await taken.take('first', () => core.judge());
    const keys = (await core.assessments.outlines()).map(({ key }) => key);
    if (keys.length !== subjects) throw new Error(`${keys.length} subjects, not ${subjects}`);
    for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
      await taken.take('floor', () => knex('readiness_subjects').select('subject', 'facts_hash'));
      await taken.take('minute', () => core.judge());
      await taken.take('pass', () => core.sweep());
      const restarted = benchCore(wish);
      await taken.take('restarted', () => restarted.sweep());
      await taken.take('again', () => core.assessments.reassess(keys, { cause: 'facts' }));
      await taken.take('verdicts', () => core.assessments.verdicts());
    }
    const restarted = benchCore(wish);
    const queries: Readonly<Record<string, number>> = {
      first: Number.NaN,
      floor: 1,
      minute: await queriesOf(knex, () => core.judge()),
      pass: await queriesOf(knex, () => core.sweep()),
      restarted: await queriesOf(knex, () => restarted.sweep()),
      again: await queriesOf(knex, () => core.assessments.reassess(keys, { cause: 'facts' })),
      verdicts: await queriesOf(knex, () => core.assessments.verdicts()),
    };
    const [{ count = 0 } = {}] = await knex('readiness_results').count({ count: '*' });
    measured.push({ taken, queries, results: Number(count), subjects });
  }
  const [few, many] = measured;
  if (few === undefined || many === undefined) throw new Error('Nothing was measured');
  const row = (what: string, name: string) => [
    databases.kind,
    what,
    few.taken.text(name),
    many.taken.text(name),
    name === 'first' ? '' : `${few.queries[name]} and ${many.queries[name]}`,
    times(many.taken.of(name).median / many.taken.of('floor').median),
  ];
  return {
    results: many.results,
    rows: [
      row('one read of all keys and hashes (the floor)', 'floor'),
      row('the pass of every minute, nothing changed', 'minute'),
      row('the nightly pass, nothing changed', 'pass'),
      row('the same in a process just started', 'restarted'),
      row('every rule asked again, nothing changed', 'again'),
      row('all verdicts', 'verdicts'),
      row('everything for the first time, once', 'first'),
    ],
  };
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`| ${head.join(' | ')} |`);
  console.log(`|${head.map(() => '---|').join('')}`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log('');
}

async function main(): Promise<void> {
  const parts = (process.env.BENCH_READINESS ?? 'judging largest routes').split(' ');
  const { folder, remove } = installTechInsights();
  try {
    const judged = [];
    const largest = [];
    for (const start of [sqliteFiles, postgres]) {
      const databases = start();
      try {
        if (parts.includes('judging')) judged.push(await againstTechInsights(databases, folder));
        if (parts.includes('largest')) largest.push(await largestPack(databases));
      } finally {
        await databases.remove();
      }
    }
    const [{ results: kept } = { results: 0 }] = judged;
    if (judged.length > 0) {
      console.log(
        `${SUBJECTS} subjects × ${CHECKS} checks, ${REPETITIONS} repetitions, median (least to most). Ours keeps ${kept} results: those of its own basic checks besides.\n`,
      );
      print(
        ['database', 'what', 'time', 'queries', 'times as fast as theirs'],
        judged.flatMap(({ rows }) => rows),
      );
      print(
        ['database', 'theirs takes the facts', 'ours takes the documents', 'with that, as fast'],
        judged.map(({ collected }) => collected),
      );
    }
    if (largest.length > 0) {
      console.log(
        `${SUBJECTS} subjects with the largest pack: ${largest[0]?.results} results. ${REPETITIONS} repetitions, median (least to most).\n`,
      );
      print(
        ['database', 'what', '100 subjects', '1,000 subjects', 'queries', 'against the floor'],
        largest.flatMap(({ rows }) => rows),
      );
    }
    if (parts.includes('routes')) {
      const routes: readonly RouteRow[] = await measureRoutes(folder, SUBJECTS);
      print(
        ['database', 'request', 'time, median (least to most)', 'size', 'against its peer'],
        routes,
      );
    }
  } finally {
    remove();
  }
}

void main().catch(error => {
  console.error(error);
  process.exit(1);
});
