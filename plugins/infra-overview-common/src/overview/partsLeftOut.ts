import { severityOf, type Problem } from '../document';

/** A System of more Components than one page reads: says how many are not on it. */
export function partsLeftOut(
  entityRef: string,
  parts: { readonly read: number; readonly leftOut: number },
): Problem {
  const { read, leftOut } = parts;
  return {
    code: 'parts-left-out',
    severity: severityOf('parts-left-out'),
    path: '',
    entityRef,
    message: `${read + leftOut} Components belong to this System; only the first ${read} by name are read`,
    fix: 'Divide it into several Systems',
  };
}
