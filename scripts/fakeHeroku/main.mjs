// node scripts/fakeHeroku/main.mjs [port]: starts the stand-in and says its address. The token comes in FAKE_HEROKU_TOKEN.
// For measuring: FAKE_HEROKU_APPS (how many), FAKE_HEROKU_PER_HOUR (its limit), and a clock that /_fake/time?to= moves forward.
import { manyApps } from './manyApps.mjs';
import { noipmWorld } from './noipm.mjs';
import { plantedSecrets } from './plantedSecrets.mjs';
import { fakeHeroku } from './server.mjs';

const {
  FAKE_HEROKU_TOKEN: token,
  FAKE_HEROKU_APPS: apps,
  FAKE_HEROKU_PER_HOUR: perHour,
} = process.env;
if (!token) throw new Error('FAKE_HEROKU_TOKEN is not set');

let ahead = 0;
const now = () => Date.now() + ahead;
const options = { now, secrets: plantedSecrets() };
const world = apps ? manyApps(Number(apps), options) : noipmWorld(options);
world.moveTo = at => {
  ahead = Math.max(ahead, at - Date.now());
};
const { url } = await fakeHeroku({
  world,
  token,
  ...(perHour && { perHour: Number(perHour) }),
}).listen(Number(process.argv[2] ?? 0));
console.log(url);
