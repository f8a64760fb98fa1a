import { allowedOf } from './allowList';
import { isResourceName, readModulePath, readResourceKey } from './modulePath';
import { openState } from './openState';
import { isRecord, pickAllowed, pickTags } from './pickAllowed';
import { refused, type RawResource } from './rawResource';
import type { TerraformResource } from './resource';
import { withoutSecrets, type FindSecrets } from './withoutSecrets';

export interface ReadState {
  readonly serial?: number;
  readonly lineage?: string;
  readonly resources: readonly TerraformResource[];
  /** What could not be told in which environment it is, in our words. */
  readonly dropped: readonly string[];
}

export type StateResult =
  | { readonly outcome: 'read'; readonly state: ReadState }
  | { readonly outcome: 'refused'; readonly reason: string };

const NOTHING: Pick<TerraformResource, 'values' | 'unread'> = { values: {}, unread: [] };

/** Text in, allow-listed resources out: what was parsed does not outlive this call. */
export function readState(text: string, findSecrets: FindSecrets): StateResult {
  const opened = openState(text);
  if (opened.outcome === 'refused') return refused(opened.reason);
  const { resources: raws, ...identity } = opened.state;
  const resources: TerraformResource[] = [];
  let nameless = 0;
  for (const raw of raws) {
    const resource = readResource(raw);
    if (resource) resources.push(resource);
    else nameless += 1;
  }
  const kept = withoutSecrets(resources, findSecrets);
  return {
    outcome: 'read',
    state: {
      ...identity,
      resources: kept.resources,
      dropped: [
        ...(nameless > 0 ? [`${nameless} resources whose names have a form we do not know`] : []),
        ...kept.dropped,
      ],
    },
  };
}

function readResource(raw: RawResource): TerraformResource | undefined {
  const { type, name } = raw;
  const module = readModulePath(raw.module);
  const key = readResourceKey(raw.key);
  if (!isResourceName(type) || !isResourceName(name) || !module || !key) return undefined;
  const provider = readProvider(raw.provider);
  // Somebody else's provider may mean something else by the same type.
  const allowed =
    provider === undefined || type.startsWith(`${provider}_`) ? allowedOf(type) : undefined;
  const picked = allowed ? pickAllowed(allowed, raw.attributes) : NOTHING;
  const { tags, unread } = pickTags(raw.attributes);
  return {
    type,
    name,
    module,
    ...key,
    isKnown: allowed !== undefined,
    ...(provider !== undefined && { provider }),
    values: picked.values,
    tags,
    // Terraform 0.11 wrote attributes as flat text; they stay so until the resource is refreshed.
    unread: allowed && !isRecord(raw.attributes) ? ['attributes'] : [...picked.unread, ...unread],
  };
}

// provider.aws · module.x.provider.aws.west · provider["registry.terraform.io/hashicorp/aws"] · registry.terraform.io/hashicorp/aws
const OLD_PROVIDER = /^(?:module\.[\w.-]{1,500}?\.)?provider\.([a-z0-9-]{1,64})(?:\.[\w-]{1,64})?$/;
const PROVIDER =
  /^(?:module\..{1,500}?\.)?(?:provider\[")?(?:[\w.-]{1,253}\/)?[\w-]{1,64}\/([a-z0-9-]{1,64})(?:"\](?:\.[\w-]{1,64})?)?$/;

/** Local name of a provider; both notations mean the same. */
export function readProvider(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 1000) return undefined;
  return OLD_PROVIDER.exec(value)?.[1] ?? PROVIDER.exec(value)?.[1];
}
