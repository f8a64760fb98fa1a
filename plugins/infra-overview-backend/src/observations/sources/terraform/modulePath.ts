export type ResourceKey = string | number;

/** One module call: `module.env["staging"]` is its name and its key. */
export interface ModuleStep {
  readonly name: string;
  readonly key?: ResourceKey;
}
/** From the root inwards; empty for the root module. */
export type ModulePath = readonly ModuleStep[];

const STEP = /module\.([A-Za-z_][\w-]{0,63})(?:\[(?:(\d{1,9})|"([\w .:@/+-]{1,64})")\])?(\.|$)/y;
const NAME = /^[A-Za-z_][\w-]{0,63}$/;
const KEY = /^[\w .:@/+-]{1,64}$/;
const LONGEST = 1000;

/** Undefined for an address that is none; it is not repeated anywhere. */
export function readModulePath(address: unknown): ModulePath | undefined {
  if (address === undefined || address === null || address === '') return [];
  if (typeof address !== 'string' || address.length > LONGEST) return undefined;
  const steps: ModuleStep[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < address.length) {
    const match = STEP.exec(address);
    if (!match) return undefined;
    const [, name = '', index, key] = match;
    if (index !== undefined) steps.push({ name, key: Number(index) });
    else steps.push({ name, ...(key !== undefined && { key }) });
  }
  return address.endsWith('.') ? undefined : steps;
}

export function isResourceName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value);
}

/** The key `count` or `for_each` gave it, if any; undefined for one of a form we do not repeat. */
export function readResourceKey(value: unknown): { readonly key?: ResourceKey } | undefined {
  if (value === undefined || value === null) return {};
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= 0 ? { key: value } : undefined;
  return typeof value === 'string' && KEY.test(value) ? { key: value } : undefined;
}

export function modulePathText(path: ModulePath): string {
  return path.map(({ name, key }) => `module.${name}${keyText(key)}`).join('.');
}

export function keyText(key: ResourceKey | undefined): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${key}]` : `["${key}"]`;
}
