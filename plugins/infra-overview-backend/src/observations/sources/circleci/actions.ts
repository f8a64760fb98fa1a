import { recognise, type Action } from './recognise';
import { commandsIn } from './shell';
import type { FlatStep } from './steps';
import { fieldsOf, type Fields } from './pipelineFile';

/** What a step does, or that it could not be read. */
export type StepAction =
  | (Action & { readonly line?: number })
  | { readonly kind: 'not-read'; readonly what: string; readonly line?: number };

/** Reads a script of the repository by its path; undefined where it is not there. */
export type ScriptReader = (path: string) => Promise<string | undefined>;

/** Steps → actions in order. Scripts that are named literally are read too, one level deep. */
export async function actionsOf(
  steps: readonly FlatStep[],
  readScript: ScriptReader,
): Promise<readonly StepAction[]> {
  const actions: StepAction[] = [];
  for (const step of steps) {
    const at = step.line === undefined ? {} : { line: step.line };
    if (step.kind === 'not-read') actions.push(step);
    else if (step.kind === 'orb') actions.push(...orbActions(step.name, step.parameters, at));
    else actions.push(...(await scriptActions(step.script, readScript, at)));
  }
  return actions;
}

type At = { readonly line?: number };

async function scriptActions(
  script: string,
  readScript: ScriptReader,
  at: At,
): Promise<readonly StepAction[]> {
  const actions: StepAction[] = [];
  for (const action of recognised(script)) {
    if (action.kind !== 'script') {
      actions.push({ ...action, ...at });
      continue;
    }
    const text = await readScript(action.path);
    const name = action.path.replace(/^.*\//, '');
    if (text === undefined) {
      actions.push({ kind: 'not-read', what: `runs ${name}`, ...at });
      continue;
    }
    for (const inner of recognised(withArguments(text, action.arguments))) {
      actions.push(
        inner.kind === 'script'
          ? { kind: 'not-read', what: `${name} runs another script`, ...at }
          : { ...inner, ...at },
      );
    }
  }
  return actions;
}

function recognised(script: string): readonly Action[] {
  return commandsIn(script).flatMap(words => recognise(words) ?? []);
}

function withArguments(text: string, given: readonly string[]): string {
  return text.replace(/\$\{?([1-9])\}?/g, (whole, index: string) => {
    const value = given[Number(index) - 1];
    return value !== undefined && /^[\w./-]+$/.test(value) ? value : whole;
  });
}

// Orbs are not fetched: these are known by what their documentation says they do.
const HEROKU_ORB: Readonly<Record<string, 'slug' | 'container'>> = {
  'heroku/deploy-via-git': 'slug',
  'heroku/push-docker-image': 'container',
  'heroku/release-docker-image': 'container',
};
const DEPLOY_ORBS: readonly (readonly [RegExp, string, string])[] = [
  [
    /^aws-ecs\/(?:update-service|deploy-service-update|deploy-ecs-scheduled-task)$/,
    'ecs',
    'service',
  ],
  [/^aws-s3\/sync$/, 's3', ''],
  [/^aws-elastic-beanstalk\/deploy$/, 'elastic-beanstalk', 'environment-name'],
  [/^aws-code-deploy\/(?:deploy|deploy-bundle)$/, 'codedeploy', 'application-name'],
  [/^(?:kubernetes|aws-eks|gcp-gke)\/.*(?:deploy|update|apply|rollout)/, 'kubernetes', 'namespace'],
  [/^helm\/(?:install|upgrade)/, 'kubernetes', 'release-name'],
  [/^cloudfoundry\/(?:push|blue_green)/, 'cloud-foundry', 'appname'],
];
const QUIET_ORB =
  /\/(?:install.*|setup.*|test.*|lint.*|build.*|run-tests.*|notify|save.*|restore.*|with-cache.*)$/;

function orbActions(name: string, parameters: Fields, at: At): readonly StepAction[] {
  const artifact = HEROKU_ORB[name];
  const target = word(parameters['app-name'] ?? parameters.app);
  const known = target === undefined ? {} : { target };
  if (artifact !== undefined) {
    const deploy: StepAction = { kind: 'deploy', platform: 'heroku', artifact, ...known, ...at };
    const maintained =
      parameters['maintenance-mode'] === true || parameters['maintenance-mode'] === 'true';
    return maintained
      ? [
          { kind: 'maintenance', mode: 'on', ...known, ...at },
          deploy,
          { kind: 'maintenance', mode: 'off', ...known, ...at },
        ]
      : [deploy];
  }
  const orb = DEPLOY_ORBS.find(([pattern]) => pattern.test(name));
  if (orb) {
    const [, platform, parameter] = orb;
    const named = word(fieldsOf(parameters)[parameter]);
    return [{ kind: 'deploy', platform, ...(named !== undefined && { target: named }), ...at }];
  }
  // What an orb does by another name is not known: a step that is missing then proves nothing.
  return QUIET_ORB.test(name) ? [] : [{ kind: 'not-read', what: `orb ${name}`, ...at }];
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? value : undefined;
}
