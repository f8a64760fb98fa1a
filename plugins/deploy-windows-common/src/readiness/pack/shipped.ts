import type { ReadPack } from './pack';
import { readPacks } from './readPacks';
import { SHIPPED_PACKS } from './shippedPacks';

/** The packs that come with the product. */
export function shippedPacks(): readonly ReadPack[] {
  return readPacks(SHIPPED_PACKS);
}
