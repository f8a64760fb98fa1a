import { actionsOf, type ScriptReader, type StepAction } from './actions';
import { fieldsOf, listOf, type ParsedPipeline } from './pipelineFile';
import { stepsOfJob } from './steps';
import { plannedJobs, waitedFor, type PlannedJob } from './workflows';

/** One thing a pipeline deploys to, with everything that happens on the way, in order. */
export interface PipelineDeploy {
  /** App, remote, service, else the job. */
  readonly target: string;
  readonly jobs: readonly PlannedJob[];
  readonly approvals: readonly string[];
  readonly actions: readonly (StepAction & { readonly job: string })[];
}

/** A job that runs on a schedule and deploys nothing. */
export interface ScheduledJob {
  readonly name: string;
  readonly schedules: readonly string[];
}

export interface PipelineReading {
  readonly deploys: readonly PipelineDeploy[];
  readonly scheduled: readonly ScheduledJob[];
  readonly notRead: readonly string[];
}

export async function readDeploys(
  file: ParsedPipeline,
  readScript: ScriptReader,
): Promise<PipelineReading> {
  if (file.root.setup === true)
    return { deploys: [], scheduled: [], notRead: ['the pipeline is generated elsewhere (setup)'] };
  const version = String(file.root.version ?? '1');
  if (version === '1') return readFirstVersion(file, readScript);
  const all = plannedJobs(file);
  const acting = await Promise.all(
    all.map(async job => ({
      job,
      actions: job.approval
        ? []
        : await actionsOf(stepsOfJob(file, job.job, job.parameters), readScript),
    })),
  );
  const targets = new Map<
    string,
    { jobs: PlannedJob[]; actions: PipelineDeploy['actions'][number][] }
  >();
  for (const { job, actions } of acting) {
    if (!actions.some(isDeploy)) continue;
    for (const target of targetsOf(job, actions)) {
      const known = targets.get(target) ?? { jobs: [], actions: [] };
      targets.set(target, known);
      known.jobs.push(job);
      known.actions.push(
        ...actions
          .filter(action => belongs(action, target, actions))
          .map(action => ({ ...action, job: job.name })),
      );
    }
  }
  return {
    deploys: [...targets].map(([target, { jobs, actions }]) => ({
      target,
      jobs,
      actions,
      approvals: [
        ...new Set(
          jobs.flatMap(job =>
            waitedFor(job, all)
              .filter(one => one.approval)
              .map(one => one.name),
          ),
        ),
      ],
    })),
    scheduled: scheduledOf(acting),
    notRead: [],
  };
}

function isDeploy(action: StepAction): boolean {
  return action.kind === 'deploy' || action.kind === 'promote';
}

function targetsOf(job: PlannedJob, actions: readonly StepAction[]): readonly string[] {
  const named = actions.filter(isDeploy).flatMap(action => targetOf(action) ?? []);
  return named.length > 0 ? [...new Set(named)] : [job.name];
}

function targetOf(action: StepAction): string | undefined {
  if (action.kind === 'deploy') return action.target ?? action.remote;
  if (action.kind === 'promote') return action.to;
  return 'target' in action ? action.target : undefined;
}

/** A step of a job that deploys to several belongs to each, unless it names another. */
function belongs(action: StepAction, target: string, all: readonly StepAction[]): boolean {
  const named = targetOf(action);
  if (named === undefined || named === target) return true;
  return !all.some(other => isDeploy(other) && targetOf(other) === named);
}

function scheduledOf(
  acting: readonly { readonly job: PlannedJob; readonly actions: readonly StepAction[] }[],
): readonly ScheduledJob[] {
  const workflows = new Map<string, ScheduledJob>();
  for (const { job } of acting) {
    const deploys = acting.some(
      other => other.job.workflow === job.workflow && other.actions.some(isDeploy),
    );
    if (job.schedules.length > 0 && !deploys)
      workflows.set(job.workflow, { name: job.workflow, schedules: job.schedules });
  }
  return [...workflows.values()];
}

/** Version 1 names environments itself: `deployment: { production: { branch, commands | heroku } }`. */
async function readFirstVersion(
  file: ParsedPipeline,
  readScript: ScriptReader,
): Promise<PipelineReading> {
  const deploys: PipelineDeploy[] = [];
  for (const [name, value] of Object.entries(fieldsOf(file.root.deployment))) {
    const { branch, commands, heroku, tag } = fieldsOf(value);
    const steps = listOf(commands).flatMap((command, index) => {
      const script = typeof command === 'string' ? command : Object.keys(fieldsOf(command))[0];
      const line = file.lineOf(['deployment', name, 'commands', index]);
      return script === undefined
        ? []
        : [{ kind: 'run' as const, script, ...(line !== undefined && { line }) }];
    });
    const actions = await actionsOf(steps, readScript);
    const app = fieldsOf(heroku).appname;
    const direct: readonly StepAction[] =
      typeof app === 'string' && /^[a-z][a-z0-9-]{1,40}$/.test(app)
        ? [{ kind: 'deploy', platform: 'heroku', artifact: 'slug', target: app }]
        : [];
    const all = [...direct, ...actions];
    const job: PlannedJob = {
      workflow: 'deployment',
      name,
      job: name,
      parameters: {},
      approval: false,
      requires: [],
      branches: listOf(branch).filter(one => typeof one === 'string'),
      tags: listOf(tag).filter(one => typeof one === 'string'),
      contexts: [],
      schedules: [],
    };
    deploys.push({
      target: all.flatMap(action => (isDeploy(action) ? (targetOf(action) ?? []) : []))[0] ?? name,
      jobs: [job],
      approvals: [],
      actions: all.map(action => ({ ...action, job: name })),
    });
  }
  return { deploys, scheduled: [], notRead: [] };
}
