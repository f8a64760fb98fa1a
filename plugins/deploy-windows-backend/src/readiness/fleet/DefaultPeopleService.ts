import type {
  ImpactAnswer,
  OnboardingAnswer,
  OnboardingQuery,
  OwnershipAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  becauseWords,
  onboarding,
  ownershipHealth,
  partsBySystem,
  UNDECLARED,
  verdictOf,
  type Facts,
} from 'backstage-plugin-deploy-windows-common/readiness';
import {
  combineParts,
  effectiveInfra,
  viewOf,
  type ChainLink,
  type EffectiveInfra,
} from 'backstage-plugin-infra-overview-common';
import { notFound } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import type { EntityFacts, TargetDirectory } from '../../policy/TargetDirectory';
import { unknownSubject } from '../answers/Affected';
import type { Assessments, LoadedSubject, SubjectOutline } from '../assessment/Assessments';
import { impactOf } from './impactOf';
import { ownedEntity } from './ownedEntity';
import type { PeopleService } from './PeopleService';
import type { Presenter } from './Presenter';
import type { WindowSentences } from './WindowSentences';

export interface PeopleServiceDeps {
  readonly assessments: Pick<Assessments, 'load' | 'org'>;
  readonly directory: Pick<TargetDirectory, 'facts' | 'entities' | 'ofEntity'>;
  readonly presenter: Presenter;
  readonly windows: WindowSentences;
}

const BATCH = 500;

export class DefaultPeopleService implements PeopleService {
  readonly #deps: PeopleServiceDeps;

  constructor(deps: PeopleServiceDeps) {
    this.#deps = deps;
  }

  entities(): Promise<readonly EntityFacts[]> {
    return this.#deps.directory.entities();
  }

  async ownership(
    group: string | undefined,
    {
      entities,
      subjects,
    }: {
      readonly entities: readonly EntityFacts[];
      readonly subjects: readonly SubjectOutline[];
    },
    { now }: CallOptions,
  ): Promise<OwnershipAnswer> {
    const production = subjects.filter(({ stage }) => stage === 'production');
    const facts = new Map<string, Facts[]>();
    for await (const loaded of this.#loaded(production)) {
      const { entityRef } = loaded.subject;
      facts.set(entityRef, [...(facts.get(entityRef) ?? []), loaded.facts]);
    }
    return ownershipHealth(
      entities.map(entity => ownedEntity(entity, facts.get(entity.ref) ?? [], now)),
      await this.#deps.assessments.org(),
      group === undefined ? {} : { group: group.toLowerCase() },
    );
  }

  async impact(
    user: string,
    seen: readonly SubjectOutline[],
    options: CallOptions,
  ): Promise<ImpactAnswer> {
    const ref = user.toLowerCase();
    const org = await this.#deps.assessments.org();
    const person = org.users[ref];
    if (person === undefined)
      throw notFound('UNKNOWN_USER', `There is no ${user} here, or you may not see them.`);
    const found: {
      readonly loaded: LoadedSubject;
      readonly impact: ReturnType<typeof impactOf>;
    }[] = [];
    for await (const loaded of this.#loaded(seen)) {
      const impact = impactOf(loaded, ref, { org, now: options.now });
      if (impact.length > 0) found.push({ loaded, impact });
    }
    const names = await this.#deps.presenter.seenIn(
      found.flatMap(({ impact }) => impact.map(({ after }) => after)),
      options,
    );
    return {
      user: ref,
      title: person.title,
      rows: found.flatMap(({ loaded: { subject }, impact }) =>
        impact.map(({ layers, before, after }) => ({
          subject: subject.key,
          title: subject.title,
          environment: subject.environment ?? UNDECLARED,
          checkId: layers.asked.definition.id,
          checkTitle: layers.asked.definition.title,
          before: before.status,
          after: after.status,
          because: becauseWords(names.value(after), { titles: names.titles }),
        })),
      ),
    };
  }

  /** Of a System, what its Components say. */
  async #parts(entityRef: string): Promise<readonly EffectiveInfra[]> {
    const { directory } = this.#deps;
    const refs = partsBySystem(await directory.entities()).get(entityRef) ?? [];
    const chains = await Promise.all(
      refs.map(async ref => (await directory.ofEntity(ref))[0]?.chain ?? []),
    );
    return chains.filter(chain => chain.length > 0).map(chain => effectiveInfra(chain));
  }

  async onboarding(
    { key }: SubjectOutline,
    role: OnboardingQuery['role'],
    options: CallOptions,
  ): Promise<OnboardingAnswer> {
    const [loaded] = await this.#deps.assessments.load([key]);
    if (loaded === undefined) throw unknownSubject(key);
    const { subject, layers, target, ownerRef, facts } = loaded;
    const entity = target?.facts ?? (await this.#deps.directory.facts(subject.entityRef));
    const effective = combineParts(
      effectiveInfra(target?.chain ?? linksOf(entity)),
      await this.#parts(subject.entityRef),
    );
    const alerted = facts.fields.alertPeople;
    const alertPeople = alerted?.state === 'texts' ? alerted.values : [];
    const view = viewOf(effective, target?.environment ?? subject.environment ?? UNDECLARED);
    const names = await this.#deps.presenter.seenIn(
      [layers, alertPeople, effective.document, ownerRef],
      options,
    );
    const description = descriptionOf(entity);
    return onboarding({
      entityRef: subject.entityRef,
      title: subject.title,
      ...(description !== undefined && { description }),
      ...(ownerRef !== undefined && { owner: ownerRef }),
      role,
      effective,
      view,
      checks: verdictOf(subject, names.layers(layers), options.now).checks,
      alertPeople,
      windows: target ? await this.#deps.windows.of(target, options) : [],
      titles: names.titles,
      now: options.now,
    });
  }

  async *#loaded(outlines: readonly SubjectOutline[]): AsyncIterable<LoadedSubject> {
    for (let start = 0; start < outlines.length; start += BATCH) {
      const part = outlines.slice(start, start + BATCH);
      yield* await this.#deps.assessments.load(part.map(({ key }) => key));
    }
  }
}

/** Where nothing is deployed anywhere, its own words are all there is. */
function linksOf(entity: EntityFacts | undefined): readonly ChainLink[] {
  if (entity === undefined) return [];
  const { ref, kind, document } = entity;
  const level = kind.toLowerCase() === 'system' ? 'system' : 'component';
  return [{ entityRef: ref, level, ...(document && { document }) }];
}

function descriptionOf(entity: EntityFacts | undefined): string | undefined {
  const { description } = (entity?.entity.metadata ?? {}) as { readonly description?: unknown };
  return typeof description === 'string' ? description : undefined;
}
