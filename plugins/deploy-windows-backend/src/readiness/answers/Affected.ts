import type { Layers, SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { AskedTarget } from '../../access/Access';
import { notFound } from '../../api/coded';
import { isGroup, outlineOf } from '../fleet/outlineOf';
import type { Assessments, LoadedSubject, SubjectOutline } from '../assessment/Assessments';

type Named = Pick<
  SubjectOutline,
  'entityRef' | 'environment' | 'stage' | 'title' | 'ownerRef' | 'systemRef' | 'domainRef'
>;

/** A subject as permissions are asked about it. */
export function askedOf<T extends Named>(outline: T): AskedTarget & { readonly of: T } {
  const { entityRef, environment, stage, title, ownerRef, systemRef, domainRef } = outline;
  const [, kind = '', namespace = '', name = ''] = /^([^:]*):([^/]*)\/(.*)$/.exec(entityRef) ?? [];
  return {
    of: outline,
    facts: {
      ref: entityRef,
      kind,
      namespace,
      name,
      title,
      ...(ownerRef !== undefined && { owner: ownerRef }),
      ...(systemRef !== undefined && { system: systemRef }),
      ...(domainRef !== undefined && { domain: domainRef }),
      tags: [],
      entity: {},
      outcome: 'absent',
    },
    environment: environment ?? stage,
    stage,
  };
}

export function unknownSubject(key: SubjectKey): Error {
  return notFound('UNKNOWN_SUBJECT', `There is no ${key} here, or you may not see it.`);
}

export function checkOf({ layers, subject }: LoadedSubject, checkId: string): Layers {
  const found = layers.find(({ asked }) => asked.definition.id === checkId);
  if (found === undefined)
    throw notFound('UNKNOWN_CHECK', `${checkId} is not asked of ${subject.key}.`);
  return found;
}

/** Which subjects an answer is about: one, or all environments of an entity. */
export class Affected {
  readonly #assessments: Pick<Assessments, 'outlines' | 'load'>;

  constructor(assessments: Pick<Assessments, 'outlines' | 'load'>) {
    this.#assessments = assessments;
  }

  /** @throws NotFoundError */
  async subject(key: SubjectKey): Promise<LoadedSubject> {
    const [loaded] = await this.#assessments.load([key]);
    if (loaded === undefined) throw unknownSubject(key);
    return loaded;
  }

  /** Those whose answers are kept at a place: the subject of that key, or every environment of that entity. */
  async at(place: SubjectKey): Promise<readonly SubjectOutline[]> {
    if (isGroup(place)) return (await this.#assessments.load([place])).map(outlineOf);
    return (await this.#assessments.outlines()).filter(
      ({ key, entityRef }) => key === place || entityRef === place,
    );
  }

  /** Those that answers to these checks of a subject are about. @throws NotFoundError */
  async byChecks(key: SubjectKey, checkIds: readonly string[]): Promise<readonly SubjectOutline[]> {
    const loaded = await this.subject(key);
    if (isGroup(key)) return [outlineOf(loaded)];
    const asked = loaded.layers.filter(({ asked: { definition } }) =>
      checkIds.includes(definition.id),
    );
    const places = new Set(asked.map(({ answeredAt }) => answeredAt));
    return (await this.#assessments.outlines()).filter(
      outline => outline.key === key || places.has(outline.key) || places.has(outline.entityRef),
    );
  }

  /** One subject that shows what is kept at a place; undefined: nothing is judged there any more. */
  async shown(place: SubjectKey): Promise<LoadedSubject | undefined> {
    const [first] = await this.at(place);
    return first && (await this.#assessments.load([first.key]))[0];
  }
}
