// The file Terraform and OpenTofu keep, version 4 (Terraform 0.12 and newer). `outputs`, `check_results` and everything about
// sensitivity is left out: marks are missing on most of what is secret.
import { isRecord } from './pickAllowed';
import { refused, type Opened, type RawResource } from './rawResource';

const KNOWN_VERSION = 4;
// Terraform makes it up as a UUID; anything else was put there by somebody.
const LINEAGE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function openStateVersion4(json: Readonly<Record<string, unknown>>): Opened {
  const { version, serial, lineage, resources } = json;
  if (!Number.isInteger(version)) return refused('its version is not a whole number');
  if ((version as number) < KNOWN_VERSION)
    return refused(`state version ${version}; run terraform 0.12 or newer once`);
  if ((version as number) > KNOWN_VERSION)
    return refused('its state version is newer than 4, the newest this reader knows');
  if (resources === undefined || resources === null)
    return refused('a state of version 4 without a list of resources');
  if (!Array.isArray(resources)) return refused('its resources are not a list');
  return {
    outcome: 'opened',
    state: {
      ...(Number.isSafeInteger(serial) && (serial as number) >= 0 && { serial: serial as number }),
      ...(typeof lineage === 'string' && LINEAGE.test(lineage) && { lineage }),
      resources: managedInstances(resources),
    },
  };
}

function* managedInstances(resources: readonly unknown[]): Generator<RawResource> {
  for (const resource of resources) {
    if (!isRecord(resource) || resource.mode !== 'managed') continue;
    const { type, name, module, provider, instances } = resource;
    if (!Array.isArray(instances)) continue;
    for (const instance of instances) {
      // A deposed object was replaced already and waits for its end.
      if (!isRecord(instance) || instance.deposed !== undefined) continue;
      const { index_key: key, attributes } = instance;
      yield { type, name, module, key, provider, attributes };
    }
  }
}
