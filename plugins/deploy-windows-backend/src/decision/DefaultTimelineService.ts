import {
  instantText,
  type LaneAnswer,
  type TimelineAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  DAY,
  lanes,
  timeline,
  type DecisionInput,
  type TimeRange,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { invalid } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { Display } from '../display/Display';
import type { Displays } from '../display/Displays';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { Calendar, Calendars } from './Calendars';
import { askedAt } from './DefaultDecisionService';
import { segmentAnswer } from './segmentAnswer';
import type { TimelineQuery, TimelineService } from './TimelineService';
import type { World, Worlds } from './Worlds';

export interface DefaultTimelineServiceOptions {
  readonly worlds: Worlds;
  readonly displays: Displays;
  readonly calendars: Calendars;
}

const USUAL_DAYS = 28;
const MOST_DAYS = 92;

export class DefaultTimelineService implements TimelineService {
  readonly #options: DefaultTimelineServiceOptions;

  constructor(options: DefaultTimelineServiceOptions) {
    this.#options = options;
  }

  async timeline(query: TimelineQuery, options: CallOptions): Promise<TimelineAnswer> {
    const { worlds, displays } = this.#options;
    const world = await worlds.open(options);
    const targets = await this.#targets(world, query);
    const display = displays.of(query, targets[0]);
    const { range, days } = this.#calendar(query, display, options);
    const answers: TimelineAnswer['targets'] = [];
    for (const target of targets) {
      const wanted = {
        changeType: query.changeType,
        principal: options.principal.ref,
        memberOf: options.principal.memberOf,
      };
      const { input } = await world.load(target, wanted, range.start);
      answers.push({
        target: target.key,
        environment: target.environment,
        stage: target.stage,
        segments: timeline(input, range.start, range.end).map(segment =>
          segmentAnswer(segment, input.policy.policy, display),
        ),
        lanes: laneAnswers(input, range, display),
      });
    }
    return { zone: display.zone, now: instantText(options.now), days: [...days], targets: answers };
  }

  async #targets(
    world: World,
    { entity, environment, changeType }: TimelineQuery,
  ): Promise<readonly KnownTarget[]> {
    if (environment !== undefined) return [await world.one(entity, environment, changeType)];
    const [first, ...others] = world.directory.ofEntity(entity.toLowerCase());
    // Whether the entity may be seen is one question, and so is the name of its first environment.
    const one = await world.one(entity, first?.environment ?? '', changeType);
    return [one, ...(await world.readable(others.map(target => ({ ...target, changeType }))))];
  }

  #calendar({ start, end }: TimelineQuery, display: Display, options: CallOptions): Calendar {
    const { calendars } = this.#options;
    const from = askedAt({ at: start }, options);
    if (end === undefined) return calendars.days(from, USUAL_DAYS, display);
    if (end <= from) throw invalid('END_NOT_AFTER_START', 'end: must be after start');
    if (end - from > MOST_DAYS * DAY)
      throw invalid('OUT_OF_RANGE', `end: at most ${MOST_DAYS} days after start`);
    return calendars.between({ start: from, end }, display);
  }
}

function laneAnswers(
  input: DecisionInput,
  { start, end }: TimeRange,
  display: Display,
): LaneAnswer[] {
  return lanes(input, start, end).map(({ ranges, problem, ...lane }) => ({
    ...lane,
    ranges: ranges.map(range => ({
      start: instantText(range.start),
      end: instantText(range.end),
      text: display.range(range.start, range.end),
    })),
    ...(problem !== undefined && { problem }),
  }));
}
