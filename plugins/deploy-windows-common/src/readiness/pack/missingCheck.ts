import type { MissingPack } from './askedPacks';
import type { AskedCheck } from './pack';

/** Somebody asks for a pack that is not there. Nobody is ready by not being asked. */
export function missingCheck({ pack, because, checklists }: MissingPack): AskedCheck {
  return {
    definition: {
      id: `pack.${pack.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      version: 1,
      pack,
      basis: 'bold',
      scope: 'environment',
      everyStage: true,
      mode: 'automatic',
      combine: 'both',
      title: `The checks of ${pack}`,
      why: 'A checklist asks for them, and they are not there to be asked.',
      group: 'Packs',
      level: [],
      broken: `no pack ${pack} is loaded`,
    },
    pack,
    checklists,
    requirement: { steps: [{ level: 'must' }], because },
  };
}
