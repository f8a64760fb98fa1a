import { attachmentKey, type Account } from './Account';
import type { Addon, App } from './allowList';
import { asked, valueOf } from './asked';
import type { HerokuApi } from './HerokuApi';
import type { PipelineAnswers } from './PipelineAnswers';
import type { Question } from './Question';
import {
  addonsPart,
  appPart,
  backupsPart,
  certificatesPart,
  databasesPart,
  deploymentPart,
  domainsPart,
  isCustom,
  isPostgres,
  logsPart,
  NOTHING,
  processesPart,
  transfersPart,
} from './toObservations';

export interface AppQuestionsInput {
  readonly app: App;
  readonly account: Account;
  readonly api: HerokuApi;
  readonly pipelines: PipelineAnswers;
  readonly now: () => number;
}

/** Everything there is to ask of one app. Answers that several questions need are asked for once. */
export function appQuestions(input: AppQuestionsInput): readonly Question[] {
  const { app, account, api, pipelines } = input;
  const place = account.places.get(app.id);
  const addons = () => valueOf(account.addons).get(app.id) ?? [];
  const domains = once(() => asked(api.domains(app.name)));
  const page = `https://dashboard.heroku.com/apps/${app.name}`;
  return [
    { part: 'app', deepLink: page, ask: async () => appPart(app, place?.stage) },
    {
      part: 'processes',
      deepLink: `${page}/resources`,
      ask: async () => processesPart(await api.formation(app.name)),
    },
    { part: 'addons', deepLink: `${page}/resources`, ask: async () => addonsPart(addons()) },
    {
      part: 'domains',
      deepLink: `${page}/settings`,
      ask: async () => domainsPart(valueOf(await domains())),
    },
    {
      part: 'certificates',
      deepLink: `${page}/settings`,
      ask: async () => {
        const known = valueOf(await domains());
        // Names of Heroku's own have Heroku's certificates: no need to ask.
        return certificatesPart(
          known,
          known.some(isCustom) ? await api.sniEndpoints(app.name) : [],
        );
      },
    },
    {
      part: 'logs',
      ask: async () => {
        const known = addons();
        return logsPart(await api.logDrains(app.name), known);
      },
    },
    ...databaseQuestions(input, addons),
    ...(place
      ? [
          {
            part: 'deployment',
            deepLink: `https://dashboard.heroku.com/pipelines/${place.pipeline.id}`,
            ask: async () =>
              deploymentPart(valueOf(await pipelines.deployments(place.pipeline.id)), app.id),
          },
        ]
      : []),
  ];
}

function databaseQuestions(
  { app, account, api, now }: AppQuestionsInput,
  addons: () => readonly Addon[],
): readonly Question[] {
  const databases = () => addons().filter(isPostgres);
  const infos = once(() =>
    asked(
      Promise.all(databases().map(async addon => ({ addon, info: await api.database(addon.id) }))),
    ),
  );
  const schedules = once(() =>
    asked(
      Promise.all(
        databases().map(async addon => ({ addon, schedules: await api.schedules(addon.id) })),
      ),
    ),
  );
  return [
    { part: 'databases', ask: async () => databasesPart(valueOf(await infos())) },
    {
      part: 'backups',
      ask: async () => {
        const scheduled = valueOf(await schedules());
        const seen = valueOf(await infos()).map(({ addon, info }) => {
          const own = scheduled.find(known => known.addon.id === addon.id);
          return { addon, info, schedules: own?.schedules ?? [] };
        });
        return backupsPart(seen, now());
      },
    },
    {
      part: 'transfers',
      ask: async () => {
        const known = databases();
        if (known.length === 0) return NOTHING;
        const transfers = await api.transfers(app.name);
        const answered = await schedules();
        // Without the schedules every backup counts for the primary, which is right for one database.
        const scheduledFor = new Map(
          (answered.ok ? answered.value : []).flatMap(({ addon, schedules: own }) =>
            own.flatMap(({ uuid }) => (uuid ? [[uuid, addon] as const] : [])),
          ),
        );
        const primary = primaryOf(known, app, account);
        return transfersPart({ app: app.name, transfers, databases: known, primary, scheduledFor });
      },
    },
  ];
}

/** The one the app reaches as DATABASE_URL. */
function primaryOf(databases: readonly Addon[], app: App, { attachedAs }: Account) {
  const isPrimary = (addon: Addon) =>
    attachedAs.get(attachmentKey(app.id, addon.id))?.includes('DATABASE') ?? false;
  return databases.find(isPrimary) ?? databases[0];
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}
