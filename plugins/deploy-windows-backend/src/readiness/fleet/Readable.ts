import { readinessReadPermission } from 'backstage-plugin-deploy-windows-common';
import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Access } from '../../access/Access';
import { notFound } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import { askedOf, unknownSubject } from '../answers/Affected';
import type { Assessments, SubjectOutline } from '../assessment/Assessments';
import { isGroup, outlineOf } from './outlineOf';

/** What the caller may read; one permission call and one catalog call for any number of subjects. */
export class Readable {
  readonly #assessments: Pick<Assessments, 'outlines' | 'load'>;
  readonly #access: Access;

  constructor(deps: {
    readonly assessments: Pick<Assessments, 'outlines' | 'load'>;
    readonly access: Access;
  }) {
    this.#assessments = deps.assessments;
    this.#access = deps.access;
  }

  async all(options: CallOptions): Promise<readonly SubjectOutline[]> {
    return this.among(await this.#assessments.outlines(), options);
  }

  async among<T extends SubjectOutline>(
    outlines: readonly T[],
    options: CallOptions,
  ): Promise<readonly T[]> {
    const asked = outlines.map(askedOf);
    const seen = await this.#access.permitted(readinessReadPermission, asked, options);
    return seen.map(({ of }) => of);
  }

  /** @throws NotFoundError, to whoever may see the entity naming what there is; NotAllowedError */
  async one(key: SubjectKey, options: CallOptions): Promise<SubjectOutline> {
    const outlines = await this.#assessments.outlines();
    const wanted = key.toLowerCase();
    const found = outlines.find(outline => outline.key === wanted) ?? (await this.#group(wanted));
    if (found !== undefined) {
      await this.#access.require(readinessReadPermission, askedOf(found), options);
      return found;
    }
    const [entityRef] = wanted.split('#');
    const others = await this.among(
      outlines.filter(outline => outline.entityRef === entityRef),
      options,
    );
    if (others.length === 0) throw unknownSubject(key);
    throw notFound(
      'UNKNOWN_SUBJECT',
      `${key} is not judged; there are ${others.map(other => other.key).join(', ')}.`,
    );
  }

  /** A group is no service: it is in no list, and is found by its ref alone. */
  async #group(ref: SubjectKey): Promise<SubjectOutline | undefined> {
    if (!isGroup(ref)) return undefined;
    const [loaded] = await this.#assessments.load([ref]);
    return loaded && outlineOf(loaded);
  }
}
