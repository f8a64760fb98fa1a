import { join } from 'node:path';
import { nodeWorld } from '../nodeWorld';

/** The example organisations of this repository. */
export const EXAMPLES = join(__dirname, '../../../../catalog');

/** The files below a folder of them, under `catalog/`. */
export function exampleFiles(folder = '.'): ReadonlyMap<string, string> {
  const { files } = nodeWorld();
  const root = join(EXAMPLES, folder);
  const paths = files.list(root, ['.yaml']) ?? [];
  return new Map(paths.map(path => [path.replace(root, 'catalog'), files.read(path) ?? '']));
}
