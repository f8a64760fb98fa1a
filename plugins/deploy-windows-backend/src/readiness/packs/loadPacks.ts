import {
  packId,
  readPacks,
  shippedPacks,
  type Pack,
  type PackProblem,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { PackConfig } from '../../config/readReadiness';
import type { AskedPack, PackShelf } from './PackShelf';

export interface LoadPacksOptions {
  readonly config: readonly PackConfig[];
  readonly readFile: (path: string) => string;
  readonly digest: (text: string) => string;
}

const CONFIG = 'deployWindows.readiness.packs';

/** Shipped packs and those of the configuration. One that cannot be read takes no other with it. */
export function loadPacks({ config, readFile, digest }: LoadPacksOptions): PackShelf {
  const shipped = shippedPacks();
  const { texts, problems } = readFiles(config, readFile);
  const before = shipped.flatMap(({ pack }) => pack ?? []);
  const own = readPacks(texts, before);
  const packs = [...before, ...own.flatMap(({ pack }) => pack ?? [])];
  const byText = (file: string) => packs.find(({ text }) => text === texts[file]);
  const asked = config.flatMap(({ name, file, subjects }): readonly AskedPack[] => {
    const pack = name === undefined ? byText(file ?? '') : newest(packs, name);
    if (pack === undefined && name !== undefined)
      problems.push({ severity: 'refused', file: CONFIG, message: `there is no pack ${name}` });
    return pack === undefined || subjects === undefined ? [] : [{ pack: packId(pack), subjects }];
  });
  const content = packs.map(pack => [packId(pack), pack.text, pack.parameters]);
  return {
    packs,
    problems: [...problems, ...[...shipped, ...own].flatMap(read => read.problems)],
    asked,
    hash: digest(JSON.stringify([content, asked])),
  };
}

function readFiles(config: readonly PackConfig[], readFile: (path: string) => string) {
  const texts: Record<string, string> = {};
  const problems: PackProblem[] = [];
  for (const { file } of config) {
    if (file === undefined) continue;
    try {
      texts[file] = readFile(file);
    } catch (error) {
      const message = `it cannot be read: ${(error as Error).message}`;
      problems.push({ severity: 'refused', file, message });
    }
  }
  return { texts, problems };
}

/** By `name@version`, or the newest of that name. */
function newest(packs: readonly Pack[], wanted: string): Pack | undefined {
  const [name, version] = wanted.split('@');
  return packs
    .filter(pack => pack.name === name && (version === undefined || `${pack.version}` === version))
    .sort((a, b) => b.version - a.version)[0];
}
