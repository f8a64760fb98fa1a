import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import { askAgain, type Attempt } from '../api/askAgain';
import type { Answered } from '../api/connection';
import { questionOf, waitOf } from '../arguments/asked';
import { CONNECTION, type Values } from '../arguments/options';
import { EXIT, type ExitCode } from '../exitCode';
import { Failure, isNoAnswer, wrongUse } from '../failure';
import { lastKnown, type LastKnown } from '../lastKnown';
import type { Output } from '../output';
import { questionsTo } from '../questions';
import { decisionLines } from '../words/decisionLines';
import type { Command, Context } from './command';

export const canDeploy: Command = {
  name: 'can-deploy',
  summary: 'May it be deployed now? If not: when, why, and what helps.',
  details: [
    'Ask inside the job that deploys, right before it: an answer is good for 15 minutes at most.',
  ],
  options: [
    'entity',
    'environment',
    'change-type',
    'duration',
    'at',
    'zone',
    'wait',
    'on-unavailable',
    'last-known-file',
    'offline',
    ...CONNECTION,
  ],
  required: ['entity', 'environment'],
  examples: [
    'can-deploy --entity system:default/noipm --environment production',
    'can-deploy --entity component:default/web --environment production --duration PT20M --wait PT2H',
    'can-deploy --entity system:default/noipm --environment production --at 2026-12-01T15:00:00Z --offline catalog',
  ],
  async run(values, context) {
    const { world, output } = context;
    if (values.wait !== undefined && values.at !== undefined) {
      throw wrongUse('--wait and --at exclude each other: a wait is about now.');
    }
    const questions = questionsTo(values, world);
    const memory = memoryOf(values, context);
    try {
      const outcome = await askAgain(
        () => attempt(questions.decision(questionOf(values)), waitOf(values)),
        waitOf(values),
        world,
        output.note,
      );
      if ('failure' in outcome) throw outcome.failure;
      const { value, body } = outcome;
      keep(memory, outcome, output);
      output.answer(body, decisionLines(value));
      for (const line of questions.caveats) output.note(line);
      return value.outcome === 'allowed' ? EXIT.done : EXIT.blocked;
    } catch (error) {
      if (!isNoAnswer(error)) throw error;
      return withoutAnswer(error, values, context);
    }
  },
};

type Outcome = Answered<DecisionAnswer> | { readonly failure: Failure };

async function attempt(
  asked: Promise<Answered<DecisionAnswer>>,
  wait: number | undefined,
): Promise<Attempt<Outcome>> {
  try {
    const answered = await asked;
    const { outcome, retryAt, at, sentence } = answered.value;
    if (outcome === 'allowed') return { state: 'settled', value: answered };
    // The server's own clock on both sides: ours may differ.
    const retryIn = retryAt === undefined ? 0 : Date.parse(retryAt) - Date.parse(at);
    return { state: 'later', value: answered, retryIn, why: sentence };
  } catch (error) {
    if (!isNoAnswer(error) || wait === undefined) throw error;
    return {
      state: 'later',
      value: { failure: error },
      retryIn: error.retryIn ?? 0,
      why: error.lines.join(' '),
    };
  }
}

function memoryOf(values: Values, { world }: Context) {
  if (values['on-unavailable'] !== 'last-known' || values.at !== undefined) return undefined;
  const { url, token, entity, environment, duration } = values;
  const question = [
    url,
    token && world.digest(token),
    entity,
    environment,
    values['change-type'],
    duration,
  ];
  return lastKnown(question, values['last-known-file'], world);
}

/** An answer that cannot be kept is still an answer. */
function keep(
  memory: LastKnown | undefined,
  { value, body }: Answered<DecisionAnswer>,
  { note }: Output,
): void {
  try {
    memory?.keep(value, body);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    note(`The answer is not kept for later: ${error.message}`);
  }
}

function withoutAnswer(failure: Failure, values: Values, context: Context): ExitCode {
  const { output } = context;
  switch (values['on-unavailable']) {
    case 'allow':
      for (const line of failure.lines) output.note(line);
      output.note(
        'WARNING: NOBODY ANSWERED, AND --on-unavailable allow LETS IT THROUGH UNCHECKED. No window, freeze or notice was looked at.',
      );
      return EXIT.done;
    case 'last-known': {
      const known = memoryOf(values, context)?.recall();
      if (known === undefined) {
        output.note('No allowed answer is known that still holds.');
        throw failure;
      }
      for (const line of failure.lines) output.note(line);
      output.note(
        `WARNING: nobody answered; the answer of ${known.decision.at} is used, which holds until ${known.decision.validUntil}.`,
      );
      output.answer(known.body, decisionLines(known.decision));
      return EXIT.done;
    }
    default:
      throw failure;
  }
}
