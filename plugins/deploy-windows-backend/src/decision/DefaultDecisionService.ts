import {
  instantText,
  type ChangeType,
  type DecisionAnswer,
  type DecisionQuery,
  type DecisionsAnswer,
  type DecisionsWish,
  type ExplainAnswer,
  type NextAnswer,
  type PlanAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  DAY,
  decide,
  describeOpening,
  describeStep,
  explain,
  nextOpenings,
  planSlots,
  type Instant,
  type Step,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { invalid } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { Display } from '../display/Display';
import type { Displays } from '../display/Displays';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { BatchedDecisionLog } from './BatchedDecisionLog';
import type { DecisionAnswers } from './DecisionAnswers';
import type { DecisionService, NextQuery, PlanWish } from './DecisionService';
import type { Wanted } from './DefaultInputLoader';
import type { World, Worlds } from './Worlds';

export interface DefaultDecisionServiceOptions {
  readonly worlds: Worlds;
  readonly answers: DecisionAnswers;
  readonly displays: Displays;
  readonly log: Pick<BatchedDecisionLog, 'add'>;
  readonly newId: () => string;
}

type Result = DecisionsAnswer['results'][number];

const FURTHEST = 3_700 * DAY;
// A batch takes a while: let other requests in between.
const BREATHE_AFTER = 50;

export class DefaultDecisionService implements DecisionService {
  readonly #options: DefaultDecisionServiceOptions;

  constructor(options: DefaultDecisionServiceOptions) {
    this.#options = options;
  }

  async decision(query: DecisionQuery, options: CallOptions): Promise<DecisionAnswer> {
    const { worlds, log, newId } = this.#options;
    const at = askedAt(query, options);
    const world = await worlds.open(options);
    const target = await world.one(query.entity, query.environment, query.changeType);
    const loaded = await world.load(target, wanted(query, options), at);
    const decision = decide(loaded.input, at);
    const display = this.#options.displays.of(query, target);
    if (query.at !== undefined)
      return this.#options.answers.answer(decision, loaded, display, { isHypothetical: true });
    const id = newId();
    log.add({ id, decision, loaded, purpose: 'gate' });
    return this.#options.answers.answer(decision, loaded, display, { decisionId: id });
  }

  async decisions(wish: DecisionsWish, options: CallOptions): Promise<DecisionsAnswer> {
    const at = askedAt(wish, options);
    const world = await this.#options.worlds.open(options);
    const asked = wish.targets.map(({ entity, environment }) => ({
      entity,
      environment,
      found: targetsOf(world, entity, environment),
    }));
    const known = new Set(asked.flatMap(({ found }) => found));
    const readable = new Set(
      await world
        .readable(withChangeType([...known], wish.changeType))
        .then(list => list.map(({ key }) => key)),
    );
    await world.prepare([...known].filter(({ key }) => readable.has(key)));
    const results: Result[] = [];
    for (const { entity, environment, found } of asked) {
      const mine = found.filter(({ key }) => readable.has(key));
      if (mine.length === 0) results.push(unknownTarget(entity, environment));
      for (const target of mine) {
        results.push(await this.#result(world, target, entity, wish, at, options));
        if (results.length % BREATHE_AFTER === 0)
          await new Promise(resolve => setImmediate(resolve));
      }
    }
    return { results };
  }

  async explain(query: DecisionQuery, options: CallOptions): Promise<ExplainAnswer> {
    const at = askedAt(query, options);
    const world = await this.#options.worlds.open(options);
    const target = await world.one(query.entity, query.environment, query.changeType);
    const loaded = await world.load(target, wanted(query, options), at);
    const display = this.#options.displays.of(query, target);
    const { steps, ...decision } = explain(loaded.input, at);
    const isHypothetical = query.at !== undefined;
    return {
      ...this.#options.answers.answer(decision, loaded, display, { isHypothetical }),
      steps: steps.map(step => stepAnswer(step, display)),
    };
  }

  async next(query: NextQuery, options: CallOptions): Promise<NextAnswer> {
    const at = askedAt(query, options);
    const world = await this.#options.worlds.open(options);
    const target = await world.one(query.entity, query.environment, query.changeType);
    const { input } = await world.load(target, wanted(query, options), at);
    const display = this.#options.displays.of(query, target);
    const { count, within } = query;
    const openings = nextOpenings(input, at, { count, ...(within !== undefined && { within }) });
    return {
      target: target.key,
      zone: display.zone,
      openings: openings.map(({ at: start, latestStart, because, closes }) => ({
        at: instantText(start),
        ...(latestStart !== undefined && { latestStart: instantText(latestStart) }),
        ...(closes !== undefined && { closes: instantText(closes) }),
        text: display.range(start, closes),
        reason: describeOpening(because, input.policy.policy),
      })),
      horizon: instantText(Math.min(at + (within ?? Infinity), at + input.stamp.horizon)),
    };
  }

  async plan(wish: PlanWish, options: CallOptions): Promise<PlanAnswer> {
    const at = askedAt({ at: wish.from }, options);
    const world = await this.#options.worlds.open(options);
    const targets: KnownTarget[] = [];
    for (const { entity, environment } of wish.targets)
      targets.push(await world.one(entity, environment, wish.changeType));
    const loaded = await Promise.all(
      targets.map(target => world.load(target, wanted(wish, options), at)),
    );
    const display = this.#options.displays.of(wish, targets[0]);
    const plan = planSlots(
      loaded.map(({ input }) => input),
      at,
      wish.order,
    );
    if (plan.outcome === 'none')
      return { outcome: 'none', slots: [], target: plan.target, zone: display.zone };
    return {
      outcome: 'planned',
      slots: plan.slots.map(({ target, start, end }) => ({
        target,
        start: instantText(start),
        ...(end !== undefined && { end: instantText(end) }),
        text: end === undefined ? display.instant(start) : display.range(start, end),
      })),
      zone: display.zone,
    };
  }

  async #result(
    world: World,
    target: KnownTarget,
    entity: string,
    wish: DecisionsWish,
    at: Instant,
    options: CallOptions,
  ): Promise<Result> {
    const { answers, displays, log, newId } = this.#options;
    const loaded = await world.load(target, wanted(wish, options), at);
    const decision = decide(loaded.input, at);
    const isHypothetical = wish.at !== undefined;
    // A page that a person looks at is no gate.
    const isGate = !isHypothetical && !options.principal.ref.startsWith('user:');
    const id = newId();
    if (isGate) log.add({ id, decision, loaded, purpose: 'gate' });
    const display = displays.of(wish, target);
    return {
      entity,
      environment: target.environment,
      decision: answers.answer(decision, loaded, display, {
        isHypothetical,
        ...(isGate && { decisionId: id }),
      }),
    };
  }
}

/** @throws InputError with code OUT_OF_RANGE: nobody has zone data for it */
export function askedAt(
  { at }: { readonly at?: Instant | undefined },
  { now }: CallOptions,
): Instant {
  if (at === undefined) return now;
  if (Math.abs(at - now) <= FURTHEST) return at;
  throw invalid('OUT_OF_RANGE', 'at: more than ten years away');
}

function wanted(
  { changeType, duration }: { readonly changeType: ChangeType; readonly duration?: number },
  { principal }: CallOptions,
): Wanted {
  return {
    changeType,
    principal: principal.ref,
    memberOf: principal.memberOf,
    ...(duration !== undefined && { duration }),
  };
}

function targetsOf(
  world: World,
  entity: string,
  environment: string | undefined,
): readonly KnownTarget[] {
  if (environment === undefined) return world.directory.ofEntity(entity.toLowerCase());
  try {
    return [world.target(entity, environment)];
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') return [];
    throw error;
  }
}

function withChangeType<T extends KnownTarget>(
  targets: readonly T[],
  changeType: ChangeType,
): readonly (T & { readonly changeType: ChangeType })[] {
  return targets.map(target => ({ ...target, changeType }));
}

function unknownTarget(entity: string, environment: string | undefined): Result {
  const place = environment === undefined ? entity : `${entity} in ${environment}`;
  return {
    entity,
    ...(environment !== undefined && { environment }),
    error: {
      code: 'UNKNOWN_TARGET',
      message: `${place} is not known, declares no environment, or you may not see it`,
    },
  };
}

function stepAnswer(step: Step, display: Display): ExplainAnswer['steps'][number] {
  const { start, end, nextStart, whyNot, rule, problem, ...plain } = step;
  return {
    ...plain,
    ...(rule !== undefined && { rule }),
    ...(whyNot !== undefined && { whyNot }),
    ...(start !== undefined && { start: instantText(start) }),
    ...(end !== undefined && { end: instantText(end) }),
    ...(nextStart !== undefined && { nextStart: instantText(nextStart) }),
    ...(problem !== undefined && { problem }),
    text: describeStep(step, at => display.instant(at)),
  };
}
