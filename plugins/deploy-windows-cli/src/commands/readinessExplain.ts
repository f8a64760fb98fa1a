import type { CheckAnswer, SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import { connect, type Answered } from '../api/connection';
import { anEntity } from '../arguments/checks';
import { closest } from 'backstage-plugin-infra-overview-cli/shared';
import { CONNECTION, type Values } from '../arguments/options';
import { EXIT } from '../exitCode';
import { wrongUse } from '../failure';
import { assessment } from '../readiness/assessment';
import { atLine, atOf } from '../readiness/at';
import { pickEnvironment } from '../readiness/pickEnvironment';
import { refOf, selectCases } from '../readiness/selectCases';
import { checkLines } from '../words/checkLines';
import type { Command, Context } from './command';

export const readinessExplain: Command = {
  name: 'readiness explain',
  summary:
    'Why? One check of one entity: its rule in plain words, each value, and where it comes from.',
  words: [
    { value: 'CHECK', help: 'a check, by its id: backups.snapshots' },
    { value: 'ENTITY', help: 'what is judged: kind:namespace/name', check: anEntity },
  ],
  options: ['environment', 'offline', 'org', 'pack', 'ask', 'answers', 'at', ...CONNECTION],
  required: [],
  examples: [
    'readiness explain backups.snapshots component:default/noipm-complaint-manager',
    'readiness explain x.owner-valid component:default/noipm-complaint-manager --environment staging --offline catalog',
  ],
  exits: [
    '  0  explained, whatever the check is worth',
    '  2  wrong use, unknown check, entity or environment, not permitted',
    '  3  no answer: unreachable, too slow, broken',
  ],
  async run(values, context) {
    const [check = ''] = values.words ?? [];
    const { value, body } =
      values.offline === undefined
        ? await online(values, context)
        : fromFiles(values.offline, values, context);
    const found = checkIn(value, check);
    output(context, found, value, body);
    return EXIT.done;
  },
};

function output({ output: to }: Context, check: CheckAnswer, subject: SubjectAnswer, body: string) {
  // The API answers with the whole subject, files with the check alone.
  to.answer(body === '' ? JSON.stringify(check) : body, checkLines(check, subject));
}

async function online(values: Values, { world }: Context): Promise<Answered<SubjectAnswer>> {
  for (const name of ['org', 'pack', 'ask', 'answers', 'at'] as const) {
    if (values[name] !== undefined)
      throw wrongUse(`--${name} needs --offline: a server has its own.`);
  }
  const ref = refOf(values.words?.[1] ?? '');
  const connection = connect(values, world);
  const environment =
    values.environment ??
    (
      await connection.askReadiness(async (api, options) => {
        const { rows } = await api.subjects({ text: ref, limit: 200 }, options);
        return pickEnvironment(
          ref,
          rows.filter(({ entityRef }) => entityRef === ref),
        );
      })
    ).value;
  return connection.askReadiness((api, options) =>
    api.subject(`${ref}#${environment.toLowerCase()}`, options),
  );
}

function fromFiles(
  folder: string,
  values: Values,
  { world, output: to }: Context,
): Answered<SubjectAnswer> {
  const ref = refOf(values.words?.[1] ?? '');
  const found = assessment([folder], values, world, { now: atOf(values, world) });
  const { environment } = values;
  const cases = selectCases(
    found.cases,
    { entity: ref, ...(environment !== undefined && { environment }) },
    found.files.entities.keys(),
  );
  const name =
    environment ??
    pickEnvironment(
      ref,
      cases.map(({ answer }) => answer),
    );
  const answer = cases.find(({ answer: one }) => one.environment === name.toLowerCase())?.answer;
  if (answer === undefined) throw wrongUse(`${ref} has no environment "${name}".`);
  to.note(`From ${found.files.fileCount} catalog files, without a server. ${atLine(found.now)}`);
  for (const line of found.caveats) to.note(line);
  return { value: answer, body: '' };
}

function checkIn({ checks, subject }: SubjectAnswer, id: string): CheckAnswer {
  const found = checks.find(check => check.id === id);
  if (found !== undefined) return found;
  const near = closest(
    id,
    checks.map(check => check.id),
  );
  throw wrongUse(
    `${subject} is not asked ${id}${near === undefined ? '.' : `; did you mean ${near}?`}`,
    `It is asked ${checks.length} checks; readiness check --format json lists them, --ask adds those of a pack.`,
  );
}
