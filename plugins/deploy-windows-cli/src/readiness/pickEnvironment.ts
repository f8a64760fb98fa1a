import { wrongUse } from '../failure';

interface Place {
  readonly environment: string;
  readonly stage: string;
}

/** Where nobody says which: the one of stage production, else the only one. */
export function pickEnvironment(ref: string, places: readonly Place[]): string {
  const production = places.filter(({ stage }) => stage === 'production');
  const [first, ...others] = production.length > 0 ? production : places;
  if (first === undefined) throw wrongUse(`${ref} is not judged.`);
  if (others.length === 0) return first.environment;
  const names = places.map(({ environment }) => environment).join(', ');
  throw wrongUse(`Say which environment of ${ref}: --environment NAME. It has ${names}.`);
}
