// A look at many Heroku apps, against a stand-in that is limited as Heroku is. Waiting for the limit moves a clock both sides
// share instead of taking hours. The floor is the same requests sent bare, their answers thrown away.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  mapConcurrently,
  RequestBudget,
  type Wait,
} from '../plugins/infra-overview-backend/src/observations/http';
import { HerokuSource } from '../plugins/infra-overview-backend/src/observations/sources/heroku/HerokuSource';
// @ts-expect-error Plain JavaScript, used by other parts too.
import { printTable, ratio, seconds } from './measure.mjs';

const SIZES = [250, 1_000];
/** What Heroku allows an account, and what the source takes of it. */
const [THEIRS, OURS] = [4_500, 3_600];
const UNLIMITED = 1e9;
/** Of which the best counts. */
const ROUNDS = 3;
const HOUR = 3_600_000;
const { signal } = new AbortController();
const collectGarbage = (globalThis as { gc?: () => void }).gc ?? (() => {});

async function startFake(apps: number, perHour: number) {
  const token = randomBytes(16).toString('hex');
  const fake = spawn(process.execPath, ['scripts/fakeHeroku/main.mjs'], {
    env: {
      ...process.env,
      FAKE_HEROKU_TOKEN: token,
      FAKE_HEROKU_APPS: `${apps}`,
      FAKE_HEROKU_PER_HOUR: `${perHour}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = await once(fake.stdout, 'data');
  return { url: `${address}`.trim(), token, stop: () => fake.kill() };
}
type Fake = Awaited<ReturnType<typeof startFake>>;

/** Time goes on as usual, and a wait skips to its end, on both sides. */
function skippingTime(url: string) {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const wait: Wait = async ms => {
    const until = now() + ms;
    ahead = Math.max(ahead, until - Date.now());
    await fetch(`${url}/_fake/time?to=${until}`);
  };
  return { now, wait };
}

/** Megabytes kept above what was there before, with everything collected that can be. */
function watchHeap() {
  const kept = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const before = kept();
  let most = 0;
  return {
    look: () => {
      most = Math.max(most, kept() - before);
    },
    most: () => most,
  };
}

async function look(
  apps: number,
  { url, token }: Fake,
  perHour: number,
  afterEach: (count: number) => void = () => {},
) {
  const time = skippingTime(url);
  const source = new HerokuSource({
    config: {
      token,
      apiUrl: url,
      dataUrl: url,
      requestsPerHour: perHour,
      scopeProof: 'required',
      bindings: [],
    },
    budget: new RequestBudget({ perHour, ...time }),
    ...time,
    jitter: Math.random,
  });
  const stages = ['production', 'staging', 'development'];
  const wanted = Array.from({ length: apps }, (_, index) => ({
    subject: `project-${Math.floor(index / 3)}-${stages[index % 3]}`,
  }));
  const [startedAt, began] = [performance.now(), time.now()];
  let [count, whole, others] = [0, 0, 0];
  for await (const report of source.observe(wanted, signal)) {
    afterEach((count += 1));
    if (report.outcome !== 'ok') others += 1;
    else if (report.parts.length === 10) whole += 1;
  }
  if (whole !== apps || others !== 0) {
    throw new Error(`of ${apps} apps ${whole} were seen, and ${others} answers were not whole`);
  }
  return {
    seconds: (performance.now() - startedAt) / 1_000,
    hours: (time.now() - began) / HOUR,
  };
}

async function asked({ url }: Fake): Promise<string[]> {
  const lines: string[] = await (await fetch(`${url}/_fake/requests`)).json();
  return lines.map(line => line.replace('GET ', ''));
}

/** As many at a time as the source has under way. */
async function floor(paths: readonly string[], { url, token }: Fake) {
  const headers = { Authorization: `Bearer ${token}`, Range: 'id ..; max=1000' };
  const startedAt = performance.now();
  const throwAway = async (path: string) =>
    (await (await fetch(`${url}${path}`, { headers })).arrayBuffer()).byteLength;
  let bytes = 0;
  for await (const size of mapConcurrently(paths, 24, throwAway)) bytes += size;
  return { seconds: (performance.now() - startedAt) / 1_000, bytes };
}

async function main() {
  const rows: string[][] = [];
  for (const apps of SIZES) {
    const limited = await startFake(apps, THEIRS);
    const heap = watchHeap();
    const seen = await look(apps, limited, OURS, count => {
      if (count % 25 === 0) heap.look();
    });
    const paths = await asked(limited);
    limited.stop();
    const free = await startFake(apps, UNLIMITED);
    const [looks, floors]: [number[], number[]] = [[], []];
    let bytes = 0;
    // In turn, so that a busy moment of the machine touches both.
    for (let round = 0; round < ROUNDS; round++) {
      looks.push((await look(apps, free, UNLIMITED)).seconds);
      const bare = await floor(paths, free);
      floors.push(bare.seconds);
      bytes = bare.bytes;
    }
    free.stop();
    const [ours, bare] = [Math.min(...looks), Math.min(...floors)];
    rows.push([
      `${apps}`,
      `${paths.length}`,
      (paths.length / apps).toFixed(1),
      `${seen.hours.toFixed(2)} h`,
      seconds(ours),
      seconds(bare),
      ratio(ours, bare),
      `${heap.most().toFixed(1)} MB`,
      `${(bytes / 1e6).toFixed(1)} MB`,
    ]);
  }
  console.log(
    `A whole look at every app: ten parts each, none missing. Limit ${THEIRS} requests an hour, of which the source takes ${OURS}.\n`,
  );
  printTable(
    [
      'apps',
      'requests',
      'an app',
      'within the limit',
      'without limit',
      'floor: bare requests',
      'ratio',
      'most heap kept',
      'answers in all',
    ],
    rows,
  );
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
