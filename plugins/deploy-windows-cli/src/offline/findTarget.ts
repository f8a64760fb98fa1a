import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  chainOf,
  effectiveInfra,
  environmentNames,
  itemsOf,
  readInfraDocument,
  viewOf,
  type ChainLink,
  type EffectiveInfra,
  type EntityLink,
  type Procedure,
} from 'backstage-plugin-infra-overview-common';
import {
  targetKey,
  type InputProblem,
  type PolicyLink,
  type Target,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { closest } from 'backstage-plugin-infra-overview-cli/shared';
import { wrongUse } from '../failure';
import type { FileCatalog } from './readCatalog';
import { withDefaults } from './withDefaults';

export interface FileTarget {
  readonly target: Target;
  /** Outermost first. */
  readonly chain: readonly PolicyLink[];
  readonly effective: EffectiveInfra;
  /** What could not be read and might hold a freeze. */
  readonly problems: readonly InputProblem[];
}

/** A target among the files, with the documents above it. */
export function findTarget(catalog: FileCatalog, entityRef: string, asked: string): FileTarget {
  const { entities, folder } = catalog;
  const entity = entities.get(entityRef);
  if (entity === undefined) {
    const near = closest(entityRef, [...entities.keys()]);
    throw wrongUse(
      `${entityRef} is in no file below ${folder}${near === undefined ? '.' : `; did you mean ${near}?`}`,
    );
  }
  if (entity.kind.toLowerCase() === 'domain') {
    throw wrongUse(
      `${entityRef} is a Domain: it has rules, and is not deployed itself. Ask about a System or a Component.`,
    );
  }
  const { links, problems } = chainOf(entities, entityRef);
  const read = links.map(readLink);
  const chain = read.map(({ link }) => link);
  const effective = effectiveInfra(chain);
  const missing = problems
    .filter(({ code }) => code === 'missing-parent')
    .map(({ entityRef: source = entityRef, message }): InputProblem => ({
      code: 'INPUT_INVALID',
      source,
      text: message,
    }));
  const found = [...missing, ...read.flatMap(({ problem }) => problem ?? [])];
  // Nobody knows the environments of a document that cannot be read: each that is asked about exists, and holds.
  const isLost = read.some(({ problem }) => problem !== undefined);
  const names = environmentNames(effective);
  const known =
    names.find(name => name === asked) ??
    names.find(name => name.toLowerCase() === asked.toLowerCase());
  if (known === undefined && !isLost) throw unknownEnvironment(entityRef, asked, names);
  const environment = known ?? asked;
  const { stage, chain: filled } = withDefaults(chain, effective, environment);
  const target: Target = {
    key: targetKey(entityRef, environment),
    entityRef,
    environment,
    stage,
    entity: withoutDocument(entity),
  };
  return { target, chain: filled, effective, problems: found };
}

/** How it is deployed, as the documents declare it: the procedure that the environment names. */
export function procedureOf({ effective, target }: FileTarget): DecisionAnswer['procedure'] {
  const { document } = viewOf(effective, target.environment);
  const deploy = itemsOf(document.environments)[0]?.deploy;
  const id = typeof deploy === 'object' && !('notNeeded' in deploy) ? deploy.procedure : undefined;
  const procedure = itemsOf(document.procedures).find(
    known => known.id === id && known.notNeeded === undefined,
  );
  if (id === undefined || procedure === undefined) return undefined;
  return { id, title: procedure.title ?? id, steps: (procedure.steps ?? []).map(stepText) };
}

function stepText(step: NonNullable<Procedure['steps']>[number]): string {
  if (typeof step === 'string') return step;
  return step.condition === undefined ? step.text : `${step.text} (${step.condition})`;
}

function readLink({ entityRef, level, title, entity }: EntityLink): {
  readonly link: ChainLink;
  readonly problem?: InputProblem;
} {
  const link = { entityRef, level, ...(title !== undefined && { title }) };
  const read = readInfraDocument(entity.spec?.infra, { entityRef, kind: entity.kind });
  switch (read.outcome) {
    case 'absent':
      return { link };
    case 'refused':
      return {
        link,
        problem: {
          code: 'INPUT_INVALID',
          source: entityRef,
          text: `the document of ${entityRef} cannot be read: ${read.problem.message}`,
        },
      };
    case 'read':
      return { link: { ...link, document: read.document } };
    default:
      throw new Error(read satisfies never);
  }
}

/** What scopes are asked about. */
function withoutDocument({ kind, metadata, spec }: Entity): JsonObject {
  const { infra: _, ...rest } = spec ?? {};
  return JSON.parse(JSON.stringify({ kind, metadata, spec: rest })) as JsonObject;
}

function unknownEnvironment(entityRef: string, environment: string, names: readonly string[]) {
  if (names.length === 0)
    return wrongUse(`${entityRef} declares no environments (spec.infra.environments).`);
  const near = closest(environment, names);
  return wrongUse(
    `${entityRef} has no environment "${environment}"${near === undefined ? '' : `; did you mean ${near}?`}`,
    `It has ${names.join(', ')}.`,
  );
}
