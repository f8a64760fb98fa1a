import type { Environment, Process } from '../../document';
import type { InfraView } from '../../effective';
import type { Answer, AnswerLine } from './answer';
import { activeItems, standingOf } from '../facts';
import { platformStanding } from '../platformStanding';
import { describeHosting } from '../words/describeHosting';
import { isSingle } from '../words/describeInstances';
import { describeProcesses } from '../words/describeProcesses';
import { NOT_STATED, toneOfState } from '../words/emptiness';
import { productName } from '../words/productName';
import { inWords, present } from '../words/sentence';

export function runsOn(view: InfraView): Answer {
  const environment = view.document.environments;
  const [only] = activeItems(environment);
  const lines = only === undefined ? [noEnvironment(view)] : describe(view, only);
  return { id: 'runs-on', title: 'Runs on', lines };
}

function noEnvironment(view: InfraView): AnswerLine {
  const { state, text } = standingOf(view.document.environments);
  return {
    text: state === 'stated' ? NOT_STATED : text,
    tone: state === 'stated' ? 'unknown' : toneOfState(state),
  };
}

function describe(view: InfraView, environment: Environment): AnswerLine[] {
  const path = `environments[${environment.name}]`;
  const hosting = environment.hosting ?? {};
  const words = describeHosting(hosting);
  const headline: AnswerLine =
    words === ''
      ? { text: NOT_STATED, tone: 'unknown', path: `${path}.hosting` }
      : { text: words, tone: 'neutral', path: `${path}.hosting` };
  return [
    headline,
    ...platformLines(view, hosting.platform, path),
    ...processLines(environment, path),
    ...detailLines(environment, path),
  ];
}

function platformLines(view: InfraView, platform: string | undefined, path: string): AnswerLine[] {
  if (platform === undefined) return [];
  const { standing } = platformStanding(view.document, platform);
  if (standing !== 'prohibited' && standing !== 'legacy') return [];
  const text = `${productName(platform)} is ${standing === 'legacy' ? 'a legacy platform' : 'prohibited'} by the standard`;
  return [
    { text, tone: standing === 'legacy' ? 'warning' : 'bad', path: `${path}.hosting.platform` },
  ];
}

const isStartedForATask = ({ role }: Process) => role === 'one-off' || role === 'release';

const isServing = ({ role }: Process) =>
  role === undefined || role === 'web' || role === 'worker' || role === 'other';

function processLines(environment: Environment, path: string): AnswerLine[] {
  const standing = standingOf(environment.processes);
  if (standing.state !== 'stated') {
    return [
      {
        text: `processes: ${standing.text}`,
        tone: toneOfState(standing.state),
        path: `${path}.processes`,
      },
    ];
  }
  const processes = activeItems(environment.processes);
  const started = processes.filter(isStartedForATask);
  const running = processes.filter(process => !isStartedForATask(process));
  return [
    ...(running.length === 0
      ? []
      : [
          { text: describeProcesses(running), tone: 'neutral' as const, path: `${path}.processes` },
        ]),
    ...(started.length === 0
      ? []
      : [
          {
            text: `started for a task: ${describeProcesses(started)}`,
            tone: 'neutral' as const,
            path: `${path}.processes`,
          },
        ]),
    ...singleLines(running, path),
  ];
}

function singleLines(processes: readonly Process[], path: string): AnswerLine[] {
  const alone = processes.filter(
    process =>
      isServing(process) && isSingle(process.instances) && process.failover !== 'automatic',
  );
  const [first] = alone;
  if (first === undefined) return [];
  const who =
    alone.length === processes.length && alone.length > 1
      ? 'one instance each'
      : `one instance of ${inWords(alone.map(({ name }) => name))}`;
  const manual = alone.some(({ failover }) => failover === 'manual');
  const then = manual ? 'somebody has to bring up a new one' : 'nothing stated takes over';
  const target = alone.length === 1 ? `${path}.processes[${first.name}]` : `${path}.processes`;
  return [{ text: `${who}; ${then}`, tone: 'warning', path: target }];
}

function detailLines({ hosting = {} }: Environment, path: string): AnswerLine[] {
  const { isolation, runtime, stack, os, image, vpc } = hosting;
  const software = present([runtime, stack, os, image]).join(', ');
  const lines: AnswerLine[] = [];
  if (software !== '') lines.push({ text: software, tone: 'neutral', path: `${path}.hosting` });
  if (isolation !== undefined)
    lines.push({ text: isolation, tone: 'neutral', path: `${path}.hosting.isolation` });
  if (vpc !== undefined)
    lines.push({ text: `private network ${vpc}`, tone: 'neutral', path: `${path}.hosting.vpc` });
  return lines;
}
