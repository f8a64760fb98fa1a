// What `terraform show -json` and `tofu show -json` print of a state, format 0.x and 1.x. `sensitive_values` and `outputs` are
// left out. It has neither serial nor lineage.
import { isRecord } from './pickAllowed';
import { refused, type Opened, type RawResource } from './rawResource';

const FORMAT = /^(\d{1,3})\.\d{1,3}$/;
const NEWEST_MAJOR = 1;

export function openShownState(json: Readonly<Record<string, unknown>>): Opened {
  const major =
    typeof json.format_version === 'string' ? FORMAT.exec(json.format_version)?.[1] : undefined;
  if (major === undefined)
    return refused('its format_version has a form this reader does not know');
  if (Number(major) > NEWEST_MAJOR)
    return refused('its format_version is newer than 1, the newest this reader knows');
  if (json.planned_values !== undefined || json.resource_changes !== undefined)
    return refused('a plan, not a state; show the state instead of the plan file');
  // A state without any resource is shown without values.
  if (json.values === undefined) return { outcome: 'opened', state: { resources: [] } };
  if (!isRecord(json.values)) return refused('its values are not an object');
  const root = json.values.root_module;
  if (root === undefined) return { outcome: 'opened', state: { resources: [] } };
  if (!isRecord(root)) return refused('its root module is not an object');
  return { outcome: 'opened', state: { resources: managedResources(root) } };
}

/** Modules wait in a list of their own: however deep they are nested, the stack of calls is not. */
function* managedResources(root: unknown): Generator<RawResource> {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const module = waiting.pop();
    if (!isRecord(module)) continue;
    for (const resource of listAt(module.resources)) {
      if (!isRecord(resource) || resource.mode !== 'managed' || resource.deposed_key !== undefined)
        continue;
      const { type, name, index: key, provider_name: provider, values: attributes } = resource;
      yield { type, name, module: module.address, key, provider, attributes };
    }
    // From the last to the first, so that the first is next.
    for (const child of listAt(module.child_modules).toReversed()) waiting.push(child);
  }
}

function listAt(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
