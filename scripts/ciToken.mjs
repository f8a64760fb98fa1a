// A token with which pipelines and the command may ask this portal, made once and kept beside its data, never in the repository.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = '.portal-data';
const TOKEN = join(FOLDER, 'ci-token');
const CONFIG = join(FOLDER, 'app-config.ci-token.yaml');

// What a pipeline does. It cannot override, break a lock or make a freeze: those are for people.
const PERMISSIONS = [
  'decision.read',
  'readiness.read',
  'permit.create',
  'deployment.record',
  'notice.send',
  'notice.record',
];

/** Configuration that lets the token in; JSON is YAML. @returns {string} the file to start the backend with */
export function ciTokenConfig() {
  mkdirSync(FOLDER, { recursive: true });
  if (!existsSync(TOKEN))
    writeFileSync(TOKEN, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  const access = {
    type: 'static',
    options: { token: readFileSync(TOKEN, 'utf8').trim(), subject: 'ci' },
    accessRestrictions: [
      { plugin: 'deploy-windows', permission: PERMISSIONS.map(name => `deploy-windows.${name}`) },
    ],
  };
  const config = { backend: { auth: { externalAccess: [access] } } };
  writeFileSync(CONFIG, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 });
  return resolve(CONFIG);
}

export const CI_TOKEN_FILE = TOKEN;
