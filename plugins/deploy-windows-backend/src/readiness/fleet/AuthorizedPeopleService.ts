import {
  ownershipReadPermission,
  type ImpactAnswer,
  type OnboardingAnswer,
  type OnboardingQuery,
  type OwnershipAnswer,
} from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../../access/Access';
import { notFound } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import type { Assessments } from '../assessment/Assessments';
import type { PeopleService } from './PeopleService';
import type { Readable } from './Readable';
import { spokenOf } from './spokenOf';

/** Entities that the caller may not see are not counted; a person whom they may not see is not there. */
export class AuthorizedPeopleService {
  readonly #inner: PeopleService;
  readonly #deps: {
    readonly access: Access;
    readonly readable: Readable;
    readonly assessments: Pick<Assessments, 'outlines'>;
  };

  constructor(
    inner: PeopleService,
    deps: {
      readonly access: Access;
      readonly readable: Readable;
      readonly assessments: Pick<Assessments, 'outlines'>;
    },
  ) {
    this.#inner = inner;
    this.#deps = deps;
  }

  async ownership(group: string | undefined, options: CallOptions): Promise<OwnershipAnswer> {
    const { access, readable } = this.#deps;
    await access.requireBasic(ownershipReadPermission, options);
    const all = await this.#inner.entities();
    const visible = await access.visible(
      all.map(({ ref }) => ref),
      options,
    );
    const entities = all.filter(({ ref }) => visible.has(ref));
    const subjects = await readable.all(options);
    return this.#inner.ownership(group, { entities, subjects }, options);
  }

  async impact(user: string, options: CallOptions): Promise<ImpactAnswer> {
    const { access, readable } = this.#deps;
    await access.requireBasic(ownershipReadPermission, options);
    const visible = await access.visible([user.toLowerCase()], options);
    if (!visible.has(user.toLowerCase()))
      throw notFound('UNKNOWN_USER', `There is no ${user} here, or you may not see them.`);
    return this.#inner.impact(user, await readable.all(options), options);
  }

  async onboarding(
    { entity, environment, role }: OnboardingQuery,
    options: CallOptions,
  ): Promise<OnboardingAnswer> {
    const { readable, assessments } = this.#deps;
    const spoken = spokenOf(await assessments.outlines())({ entity });
    const key = environment === undefined ? (spoken?.key ?? entity) : `${entity}#${environment}`;
    return this.#inner.onboarding(await readable.one(key, options), role, options);
  }
}
