// A stand-in for Heroku beside the portal, and the configuration that makes the portal look at it every 15 seconds.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { noipmWorld } from './fakeHeroku/noipm.mjs';
import { plantedSecrets } from './fakeHeroku/plantedSecrets.mjs';
import { fakeHeroku } from './fakeHeroku/server.mjs';

const FOLDER = '.portal-data';
const CONFIG = join(FOLDER, 'app-config.demo.yaml');
const PORT = 7071;
/** Looking every 15 seconds is more than Heroku would allow. */
const PER_HOUR = 100_000;

/** The document of the example names no apps, since its source does not, so the operator says what belongs where. */
const PROJECT = 'system:default/noipm';
const BINDINGS = ['production', 'staging', 'ci'].map(environment => ({
  app: `noipm-${environment}`,
  entityRef: PROJECT,
  environment,
}));

/** @returns {Promise<{ config: string, words: string }>} the file to start the backend with, and what people should know */
export async function startDemo() {
  const token = randomBytes(24).toString('base64url');
  const world = noipmWorld({ now: Date.now, secrets: plantedSecrets() });
  const fake = fakeHeroku({ world, token, perHour: PER_HOUR });
  const { url } = await listen(fake);
  const heroku = {
    token,
    apiUrl: url,
    dataUrl: url,
    requestsPerHour: PER_HOUR,
    schedule: {
      frequency: { seconds: 15 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 5 },
    },
    bindings: BINDINGS,
  };
  mkdirSync(FOLDER, { recursive: true });
  // JSON is YAML. The token is good for nothing but the stand-in, and new at every start.
  // Only owners may say that a fact is still true, so "Enter" signs in somebody of the team.
  const guest = { userEntityRef: 'user:default/noipm-lead' };
  const config = { infraOverview: { sources: { heroku } }, auth: { providers: { guest } } };
  writeFileSync(CONFIG, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 });
  return {
    config: resolve(CONFIG),
    words: `
"Enter" signs in as NOIPM's lead, who may confirm facts.
The stand-in for Heroku is at ${url}: change something there, and within 15 seconds it shows as a difference on
http://localhost:3000/catalog/default/system/noipm/infrastructure`,
  };
}

/** On a port people can remember, else on any that is free. */
async function listen(fake) {
  try {
    return await fake.listen(PORT);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    return fake.listen(0);
  }
}
