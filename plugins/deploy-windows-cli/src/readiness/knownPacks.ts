import { shippedPacks, type Pack } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Values } from '../arguments/options';
import type { Files } from '../world';
import { packsAsked } from './packsAsked';

/** What `extends` of a pack may name: the shipped ones, and those of `--pack`. */
export function knownPacks({ pack }: Values, files: Files): readonly Pack[] {
  if (pack === undefined) return shippedPacks().flatMap(read => read.pack ?? []);
  return packsAsked({ pack }, files).packs;
}
