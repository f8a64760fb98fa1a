import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** One pipeline file, with what it is about. */
export interface PipelineFile {
  readonly id: string;
  readonly at: { readonly kind: 'url' | 'path'; readonly text: string };
  readonly entityRef: string;
  /** From an app, a remote or a job to the environment of the document. */
  readonly environments: Readonly<Record<string, string>>;
}

/** @throws InputError that names the key */
export function readPipelineFiles(config: RootConfigService): readonly PipelineFile[] {
  const seen = new Set<string>();
  return config.getConfigArray('files').map((file, index) => {
    const key = `infraOverview.sources.circleci.files[${index}]`;
    const id = file.getString('id');
    if (!/^[\w.-]{1,60}$/.test(id))
      throw new InputError(`${key}.id must be letters, digits, dot, dash and underscore`);
    if (seen.has(id)) throw new InputError(`${key}.id: two files with id ${id}`);
    seen.add(id);
    const url = file.getOptionalString('url');
    const path = file.getOptionalString('path');
    if ((url === undefined) === (path === undefined))
      throw new InputError(`${key} must have either url or path`);
    return {
      id,
      at: url !== undefined ? { kind: 'url', text: url } : { kind: 'path', text: path ?? '' },
      entityRef: file.getString('entityRef').toLocaleLowerCase('en-US'),
      environments: file.getOptional<Record<string, string>>('environments') ?? {},
    };
  });
}
