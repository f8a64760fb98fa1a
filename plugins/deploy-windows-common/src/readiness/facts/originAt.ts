import { originOf, type InfraView, type Origin } from 'backstage-plugin-infra-overview-common';
import type { EvidenceKind, FactOrigin } from './fact';

/** Who says what stands at a path, how they know, and since when. */
export function originAt(view: Pick<InfraView, 'origins'>, path: string): FactOrigin {
  const origin = originOf(view, path) ?? { level: 'built-in', path };
  const { verified, entityRef } = origin;
  const by = speakerOf(origin);
  return {
    ...(entityRef !== undefined && { entityRef }),
    path: origin.path,
    kind: kindOf(origin),
    ...(verified?.at !== undefined && { at: verified.at }),
    ...(by !== undefined && { by }),
    ...(verified !== undefined && { method: verified.method }),
    ...(verified?.cadence !== undefined && { cadence: verified.cadence }),
  };
}

function kindOf({ level, path, verified }: Origin): EvidenceKind {
  if (verified?.method === 'observed') return 'observed';
  if (level === 'platform') return 'inherited';
  // What a standard fills in where a project says nothing comes from the standard, not from the project.
  return level === 'domain' && path.startsWith('defaults.') ? 'inherited' : 'declared';
}

const PLATFORM = /^platforms\["?([^\]"]+)"?\]/;

/** The platform that provides it, the standard that fills it in, else who checked or saw it. */
function speakerOf({ level, path, entityRef, verified }: Origin): string | undefined {
  if (level === 'built-in') return 'built-in default';
  if (level === 'platform') return PLATFORM.exec(path)?.[1]?.replace(/@.*$/, '') ?? entityRef;
  if (level === 'domain' && path.startsWith('defaults.')) return entityRef;
  return verified?.by ?? verified?.source;
}
