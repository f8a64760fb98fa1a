import type { AllowedTag } from './allowList';
import { keyText, modulePathText, type ModulePath, type ResourceKey } from './modulePath';
import type { ShapedValue } from './shapes';

/** What is left of a resource after the allow list; nothing else of a state gets past the reader. */
export interface TerraformResource {
  readonly type: string;
  readonly name: string;
  readonly module: ModulePath;
  readonly key?: ResourceKey;
  /** On the allow list, and of the provider that list means. Others are counted only. */
  readonly isKnown: boolean;
  /** Local name of the provider: `aws`, in whichever notation the state has it. */
  readonly provider?: string;
  /** By the names of the allow list; those with `[]` hold the values of all items. */
  readonly values: Readonly<Record<string, ShapedValue | readonly ShapedValue[]>>;
  readonly tags: Readonly<Partial<Record<AllowedTag, string>>>;
  /** Allowed attributes that had a form we do not know. */
  readonly unread: readonly string[];
}

/** As `terraform state show` takes it. */
export function addressOf({ type, name, module, key }: TerraformResource): string {
  const prefix = module.length > 0 ? `${modulePathText(module)}.` : '';
  return `${prefix}${type}.${name}${keyText(key)}`;
}

export function textOf({ values }: TerraformResource, attribute: string): string | undefined {
  const value = values[attribute];
  return typeof value === 'string' ? value : undefined;
}

export function countOf({ values }: TerraformResource, attribute: string): number | undefined {
  const value = values[attribute];
  return typeof value === 'number' ? value : undefined;
}

export function flagOf({ values }: TerraformResource, attribute: string): boolean | undefined {
  const value = values[attribute];
  return typeof value === 'boolean' ? value : undefined;
}

export function listOf({ values }: TerraformResource, attribute: string): readonly ShapedValue[] {
  const value = values[attribute];
  return Array.isArray(value) ? value : [];
}

export function textsOf(resource: TerraformResource, attribute: string): readonly string[] {
  return listOf(resource, attribute).filter(value => typeof value === 'string');
}
