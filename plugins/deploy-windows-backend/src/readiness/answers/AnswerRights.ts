import { NotAllowedError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Access } from '../../access/Access';
import type { CallOptions } from '../../api/route';
import type { SubjectOutline } from '../assessment/Assessments';
import { isGroup } from '../fleet/outlineOf';
import type { Readable } from '../fleet/Readable';
import { askedOf, unknownSubject, type Affected } from './Affected';

/** Asks for rights on everything that an answer is about: one that holds in all environments is asked about in each. */
export class AnswerRights {
  readonly #access: Access;
  readonly #affected: Affected;
  readonly #readable: Readable;

  constructor(deps: {
    readonly access: Access;
    readonly affected: Affected;
    readonly readable: Readable;
  }) {
    this.#access = deps.access;
    this.#affected = deps.affected;
    this.#readable = deps.readable;
  }

  async onChecks(
    permission: ResourcePermission,
    key: SubjectKey,
    checkIds: readonly string[],
    options: CallOptions,
  ): Promise<void> {
    refuseMachines(options);
    await this.#require(permission, await this.#affected.byChecks(key, checkIds), options);
  }

  async atPlace(
    permission: ResourcePermission,
    place: SubjectKey,
    options: CallOptions,
  ): Promise<void> {
    refuseMachines(options);
    const outlines = await this.#affected.at(place);
    if (outlines.length === 0) throw unknownSubject(place);
    await this.#require(permission, outlines, options);
  }

  /** Where answers are kept that the caller may read; an empty filter value means nothing. */
  async readablePlaces(
    query: { readonly owner?: string; readonly subject?: string },
    options: CallOptions,
  ): Promise<readonly SubjectKey[]> {
    const owner = query.owner?.toLowerCase();
    const subject = query.subject?.toLowerCase();
    const seen = await this.#readable.all(options);
    const asked = seen.filter(
      outline =>
        (owner === undefined || outline.ownerRef === owner) &&
        (subject === undefined || placesOf(outline).includes(subject)),
    );
    if (subject !== undefined && isGroup(subject)) return asked.length > 0 ? [subject] : [];
    return [...new Set(asked.flatMap(placesOf))];
  }

  async #require(
    permission: ResourcePermission,
    outlines: readonly SubjectOutline[],
    options: CallOptions,
  ): Promise<void> {
    for (const outline of outlines)
      await this.#access.require(permission, askedOf(outline), options);
  }
}

/** Its own, that of its entity in all environments, and that of the group that owns it. */
function placesOf({ key, entityRef, ownerRef }: SubjectOutline): readonly SubjectKey[] {
  return ownerRef !== undefined && isGroup(ownerRef)
    ? [key, entityRef, ownerRef]
    : [key, entityRef];
}

/** What people say is said by people. Routes refuse tokens before; this holds for every other way in. */
export function refuseMachines({ principal }: CallOptions): void {
  if (principal.ref.startsWith('user:')) return;
  throw Object.assign(new NotAllowedError('Only people confirm and waive; sign in as yourself.'), {
    code: 'PEOPLE_ONLY',
  });
}
