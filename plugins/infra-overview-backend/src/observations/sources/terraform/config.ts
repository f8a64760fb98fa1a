import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

export interface StateInput {
  /** Names the input in messages and is the group of its subjects. */
  readonly id: string;
  /** A file below the directory, or an address the host may read. */
  readonly from:
    | { readonly kind: 'path'; readonly directory: string; readonly path: string }
    | { readonly kind: 'url'; readonly url: string };
  readonly entityRef: string;
  /** Of resources that do not say. */
  readonly environment?: string;
}

const KEY = 'infraOverview.sources.terraform';
const ID = /^[a-z0-9][a-z0-9.-]{0,62}$/;

/** Reads the value at `infraOverview.sources.terraform`. */
export function readTerraformConfig(config: RootConfigService): readonly StateInput[] {
  const directory = config.getOptionalString('directory');
  const states = config.getOptionalConfigArray('states') ?? [];
  const inputs = states.map((state, index) => readStateInput(state, index, directory));
  const seen = new Set<string>();
  for (const { id } of inputs) {
    if (seen.has(id)) throw new InputError(`${KEY}.states has the id ${id} twice`);
    seen.add(id);
  }
  return inputs;
}

function readStateInput(state: Config, index: number, directory: string | undefined): StateInput {
  const at = `${KEY}.states[${index}]`;
  const id = state.getString('id');
  if (!ID.test(id))
    throw new InputError(
      `${at}.id must be lower-case letters, digits, dots and hyphens, 63 at most`,
    );
  const environment = state.getOptionalString('environment');
  return {
    id,
    from: readFrom(state, at, directory),
    entityRef: readEntityRef(state.getString('entityRef'), at),
    ...(environment !== undefined && { environment }),
  };
}

function readFrom(state: Config, at: string, directory: string | undefined): StateInput['from'] {
  const path = state.getOptionalString('path');
  const url = state.getOptionalString('url');
  if ((path === undefined) === (url === undefined))
    throw new InputError(`${at} must have either path or url`);
  if (url !== undefined) {
    if (!URL.canParse(url)) throw new InputError(`${at}.url must be an address`);
    return { kind: 'url', url };
  }
  if (directory === undefined)
    throw new InputError(`${KEY}.directory must name the folder that ${at}.path is in`);
  return { kind: 'path', directory, path: path ?? '' };
}

function readEntityRef(ref: string, at: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    throw new InputError(
      `${at}.entityRef must be a full entity reference, such as system:default/shop`,
    );
  }
}
