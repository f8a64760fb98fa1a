import type { Basis, MatrixRow, RequirementLevel } from './pack';

function everywhere(level: RequirementLevel): Readonly<Record<Basis, RequirementLevel>> {
  return { bold: level, label: level, required: level, advice: level };
}

const STRICT = { bold: 'must', label: 'must', required: 'must', advice: 'recommended' } as const;

/** What a pack asks for where it brings no `levels` of its own. An environment nobody declares is held to be production. */
export const DEFAULT_MATRIX: readonly MatrixRow[] = [
  { when: { stage: 'local' }, levels: everywhere('off') },
  {
    when: { lifecycle: { $in: ['experimental', 'deprecated'] } },
    levels: everywhere('recommended'),
  },
  {
    when: {
      $all: [{ stage: { $in: ['production', 'undeclared'] } }, { tier: { $in: ['3', '4'] } }],
    },
    levels: { ...everywhere('recommended'), bold: 'must' },
  },
  { when: { stage: { $in: ['production', 'undeclared'] } }, levels: STRICT },
  { everyStage: true, levels: STRICT },
  { when: { stage: { $in: ['staging', 'preproduction'] } }, levels: everywhere('recommended') },
  { levels: everywhere('off') },
];
