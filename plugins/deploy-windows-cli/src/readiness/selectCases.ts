import { UNDECLARED } from 'backstage-plugin-deploy-windows-common/readiness';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { closest } from 'backstage-plugin-infra-overview-cli/shared';
import type { Values } from '../arguments/options';
import { wrongUse } from '../failure';
import type { SubjectCase } from './casesOf';

/** The subjects that were asked for. A System or Domain stands for what is below it; a name that nothing has is a mistake. */
export function selectCases<Case extends SubjectCase>(
  cases: readonly Case[],
  { entity, environment }: Pick<Values, 'entity' | 'environment'>,
  known: Iterable<string>,
): readonly Case[] {
  const ofEntity = entity === undefined ? cases : below(cases, refOf(entity), known);
  if (environment === undefined) return ofEntity;
  const wanted = environment.toLowerCase();
  const found = ofEntity.filter(({ subject }) => subject.environment === wanted);
  if (found.length === 0 && ofEntity.length > 0) throw unknownEnvironment(environment, ofEntity);
  // What declares no environment could be there too, and nobody knows: it is not left out in silence.
  return ofEntity.filter(
    ({ subject }) => subject.environment === wanted || subject.environment === UNDECLARED,
  );
}

export function refOf(entity: string): string {
  return stringifyEntityRef(parseEntityRef(entity));
}

function below<Case extends SubjectCase>(
  cases: readonly Case[],
  ref: string,
  known: Iterable<string>,
): readonly Case[] {
  const found = cases.filter(({ source }) => source.chain.some(link => link.entityRef === ref));
  if (found.length > 0) return found;
  const refs = [...known];
  if (refs.includes(ref)) {
    throw wrongUse(
      `${ref} is not judged: that are Components of type service or website, and what carries spec.infra.`,
    );
  }
  const near = closest(ref, refs);
  throw wrongUse(
    `${ref} is in none of the files${near === undefined ? '.' : `; did you mean ${near}?`}`,
  );
}

function unknownEnvironment(environment: string, cases: readonly SubjectCase[]) {
  const names = [...new Set(cases.flatMap(({ subject }) => subject.environment ?? []))]
    .filter(name => name !== UNDECLARED)
    .sort();
  if (names.length === 0) {
    return wrongUse(
      `Nothing here has an environment "${environment}": none is declared (spec.infra.environments).`,
    );
  }
  const wanted = environment.toLowerCase();
  const near = names.find(name => name.startsWith(wanted)) ?? closest(wanted, names);
  return wrongUse(
    `Nothing here has an environment "${environment}"${near === undefined ? '.' : `; did you mean ${near}?`}`,
    `There are ${names.join(', ')}.`,
  );
}
