import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import {
  instantText,
  type DecisionQueryText,
  type NextAnswer,
  type NextQueryText,
  type TargetAsked,
} from 'backstage-plugin-deploy-windows-common';
import {
  decide,
  describeOpening,
  explain,
  nextOpenings,
  zoneProblem,
  type ChangeType,
  type DecisionInput,
  type Instant,
  type UpcomingOpening,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { wrongUse } from '../failure';
import type { Questions } from '../questions';
import type { World } from '../world';
import { decisionAnswer } from './decisionAnswer';
import { displayIn, type Display } from './display';
import { findTarget, type FileTarget } from './findTarget';
import { offlineInput } from './offlineInput';
import { readCatalog } from './readCatalog';
import { stepAnswer } from './stepAnswer';
import { windowsAnswer } from './windowsAnswer';

const USUAL_COUNT = 5;

type Asked = TargetAsked & Pick<Partial<DecisionQueryText>, 'changeType' | 'at' | 'duration'>;

/** The same core over catalog files. What is stored in a portal does not exist here, and that is said. */
export function offlineQuestions(folder: string, world: World): Questions {
  const catalog = readCatalog(folder, world.files);
  const gather = (query: Asked) => {
    const file = findTarget(catalog, query.entity, query.environment);
    const at = query.at === undefined ? world.now() : Date.parse(query.at);
    const duration =
      query.duration === undefined ? undefined : durationMilliseconds(query.duration);
    const request = {
      changeType: (query.changeType ?? 'deploy') as ChangeType,
      ...(duration !== undefined && { duration }),
    };
    const input = offlineInput(file, request, at, world);
    return {
      file,
      input,
      at,
      display: displayFor(query.zone, input, world.now()),
      isHypothetical: query.at !== undefined,
    };
  };
  return {
    async decision(query) {
      const { file, input, at, display, isHypothetical } = gather(query);
      return answered(decisionAnswer(decide(input, at), input, file, display, isHypothetical));
    },
    async explain(query) {
      const { file, input, at, display, isHypothetical } = gather(query);
      const explanation = explain(input, at);
      const steps = explanation.steps.map(step => stepAnswer(step, display));
      return answered({
        ...decisionAnswer(explanation, input, file, display, isHypothetical),
        steps,
      });
    },
    async next(query) {
      const { file, input, at, display } = gather(query);
      return answered(nextAnswer(query, file, input, at, display));
    },
    async windows(query) {
      const { input, at, display } = gather(query);
      return answered(windowsAnswer(input, at, display));
    },
    caveats: [
      `Answered from ${catalog.fileCount} catalog files below ${folder}, without a server, with the zone data of this Node.js (${world.tzdata}).`,
      'Not known here: locks, notices, overrides, exemptions, ad-hoc windows and freezes, calendars, holidays, past deploys, readiness.',
    ],
  };
}

function nextAnswer(
  query: NextQueryText,
  { target }: FileTarget,
  input: DecisionInput,
  at: Instant,
  display: Display,
): NextAnswer {
  const { policy } = input.policy;
  const within = query.within === undefined ? undefined : durationMilliseconds(query.within);
  const count = Number(query.count ?? USUAL_COUNT);
  const openings = nextOpenings(input, at, { count, ...(within !== undefined && { within }) });
  return {
    target: target.key,
    zone: display.zone,
    openings: openings.map(({ at: start, latestStart, because, closes }: UpcomingOpening) => ({
      at: instantText(start),
      ...(latestStart !== undefined && { latestStart: instantText(latestStart) }),
      ...(closes !== undefined && { closes: instantText(closes) }),
      text: display.range(start, closes),
      reason: describeOpening(because, policy),
    })),
    horizon: instantText(at + Math.min(input.stamp.horizon, within ?? Infinity)),
  };
}

/** The zone that was asked for, else the project's, else UTC. */
function displayFor(zone: string | undefined, { policy }: DecisionInput, now: Instant): Display {
  if (zone !== undefined) {
    if (zoneProblem(zone) !== undefined)
      throw wrongUse(`--zone: ${zone} is no time zone that this Node.js knows.`);
    return displayIn(zone, now);
  }
  const { timeZone } = policy.policy;
  return displayIn(
    timeZone !== undefined && timeZone in policy.tables.zones ? timeZone : 'UTC',
    now,
  );
}

function answered<T>(value: T) {
  return { value, body: JSON.stringify(value) };
}
