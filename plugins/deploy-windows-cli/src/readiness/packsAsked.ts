import {
  packId,
  readPacks,
  shippedPacks,
  type Pack,
  type PackProblem,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { closest } from 'backstage-plugin-infra-overview-cli/shared';
import type { Values } from '../arguments/options';
import { Failure, wrongUse } from '../failure';
import { EXIT } from '../exitCode';
import { packProblemLine } from '../words/packProblemLine';
import type { Files } from '../world';

export interface PacksAsked {
  readonly packs: readonly Pack[];
  /** Asked of everything that is judged. Documents may name others. */
  readonly config: readonly { readonly pack: string }[];
  /** What is wrong with a check, and takes no other with it. */
  readonly problems: readonly PackProblem[];
}

/** The shipped packs, those of `--pack`, and which of them are asked besides those the documents name. */
export function packsAsked({ pack: files = [], ask = [] }: Values, world: Files): PacksAsked {
  const shipped = shippedPacks().flatMap(({ pack }) => pack ?? []);
  const texts = Object.fromEntries(files.map(file => [file, packFile(file, world)] as const));
  const read = readPacks(texts, shipped);
  const problems = read.flatMap(found => found.problems);
  const refused = problems.filter(({ severity }) => severity === 'refused');
  if (refused.length > 0) throw new Failure(EXIT.wrongUse, refused.map(packProblemLine));
  const own = read.flatMap(({ pack }) => pack ?? []);
  const packs = [...shipped, ...own];
  for (const name of ask) {
    if (packs.some(known => packId(known) === name || known.name === name)) continue;
    const ids = packs.map(packId);
    const near = closest(name, [...ids, ...packs.map(known => known.name)]);
    throw wrongUse(
      `--ask: there is no pack ${name}${near === undefined ? '.' : `; did you mean ${near}?`}`,
      `There are ${ids.join(', ')}; --pack FILE reads one of your own.`,
    );
  }
  return {
    packs,
    config: [...own.map(packId), ...ask].map(id => ({ pack: id })),
    problems,
  };
}

export function packFile(file: string, files: Files): string {
  const text = files.read(file);
  if (text === undefined) throw wrongUse(`There is no pack file ${file}.`);
  return text;
}
