import type {
  ObservedFields,
  ObservedItem,
  ObservedPart,
  ObservedValue,
} from 'backstage-plugin-infra-overview-common';
import type { SubjectReport } from '../../ObservationSource';
import type { PipelineFile } from './config';
import type { PipelineDeploy, ScheduledJob } from './deploys';
import { stepWords } from './stepWords';

/** One deploy of a pipeline file in the words of the document: what the file says, not what happened. */
export function toSubject(file: PipelineFile, deploy: PipelineDeploy, now: number): SubjectReport {
  const { target, jobs, actions } = deploy;
  const complete = !actions.some(({ kind }) => kind === 'not-read');
  const environment =
    [target, ...jobs.flatMap(job => [job.name, job.job])].flatMap(
      name => file.environments[name] ?? [],
    )[0] ?? environmentIn([...jobs.map(job => job.name), target]);
  const part: ObservedPart = {
    part: 'pipeline',
    fields: {
      ...deployFields(deploy, complete),
      'observed.deploySteps': actions.map(stepWords),
      'observed.deployStepsComplete': complete,
    },
    sees: [],
    items: [...domainItems(deploy), ...contextItems(deploy)],
    complete: [],
    at: now,
  };
  return {
    outcome: 'ok',
    subject: target,
    group: `circleci:${file.id}`,
    ...(environment !== undefined && { environment }),
    entityRef: file.entityRef,
    parts: [part],
    dropped: [],
  };
}

/** Scheduled work belongs to no environment: one subject of the file itself. */
export function toJobs(
  file: PipelineFile,
  scheduled: readonly ScheduledJob[],
  now: number,
): readonly SubjectReport[] {
  if (scheduled.length === 0) return [];
  const items = scheduled.map(({ name, schedules }): ObservedItem => ({
    list: 'jobs',
    name,
    fields: { schedule: `cron ${schedules.join(', ')}`, trigger: 'pipeline' },
    sees: [],
    suggestion: true,
  }));
  return [
    {
      outcome: 'ok',
      subject: `${file.id}#scheduled`,
      group: `circleci:${file.id}`,
      entityRef: file.entityRef,
      parts: [{ part: 'jobs', fields: {}, sees: [], items, complete: [], at: now }],
      dropped: [],
    },
  ];
}

function deployFields(deploy: PipelineDeploy, complete: boolean): ObservedFields {
  const { jobs, actions, approvals } = deploy;
  const branches = [...new Set(jobs.flatMap(job => job.branches))].filter(isPlain);
  const tags = [...new Set(jobs.flatMap(job => job.tags))].filter(isPlain);
  const conditions = [...new Set(jobs.flatMap(job => job.condition ?? []))];
  const has = (kind: string) => actions.some(action => action.kind === kind);
  const artifact = actions.flatMap(action =>
    action.kind === 'deploy' ? (action.artifact ?? []) : [],
  )[0];
  const deployAt = actions.findIndex(({ kind }) => kind === 'deploy' || kind === 'promote');
  const check = actions.slice(deployAt + 1).find(action => action.kind === 'check');
  // Seen is seen; not seen counts only where every step was read.
  const seen = (
    name: string,
    kind: string,
    yes: ObservedValue,
    no: ObservedValue,
  ): ObservedFields => {
    if (has(kind)) return { [name]: yes };
    return complete ? { [name]: no } : {};
  };
  return {
    'deploy.trigger': triggerOf(deploy),
    ...(branches.length > 0 && { 'deploy.branch': branches.join(', ') }),
    ...(branches.length === 0 && tags.length > 0 && { 'deploy.branch': tags.join(', ') }),
    ...(artifact !== undefined && { 'deploy.artifact.kind': artifact }),
    ...seen('maintenance.duringDeploy', 'maintenance', true, false),
    ...seen('deploy.migrations', 'migrate', 'automatic', 'none'),
    ...seen('deploy.snapshotBefore', 'backup', true, false),
    ...(check?.kind === 'check' && { 'deploy.healthCheck': check.path }),
    ...(approvals.length > 0 && { 'observed.approvals': approvals.map(name => `job ${name}`) }),
    ...(conditions.length > 0 && { 'observed.condition': conditions }),
    ...(has('restore') && { 'observed.restoresInPipeline': true }),
  };
}

function triggerOf({ jobs, actions, approvals }: PipelineDeploy): string {
  if (approvals.length > 0) return 'manual';
  if (actions.some(({ kind }) => kind === 'promote')) return 'promotion';
  if (jobs.some(job => job.schedules.length > 0)) return 'schedule';
  const byTag = jobs.some(job => job.tags.length > 0 && job.branches.length === 0);
  return byTag ? 'tag' : 'push';
}

function isPlain(pattern: string): boolean {
  return /^[\w./*()|+^$\\-]{1,80}$/.test(pattern);
}

function domainItems({ actions }: PipelineDeploy): readonly ObservedItem[] {
  const hosts = actions.flatMap(action => (action.kind === 'check' ? (action.host ?? []) : []));
  return [...new Set(hosts)].map(host => ({
    list: 'domains',
    name: host,
    fields: { host },
    sees: [],
    suggestion: true,
  }));
}

function contextItems({ jobs }: PipelineDeploy): readonly ObservedItem[] {
  const contexts = [...new Set(jobs.flatMap(job => job.contexts))].filter(name =>
    /^[\w .-]{1,80}$/.test(name),
  );
  return contexts.map(context => ({
    list: 'credentialLocations',
    name: context,
    fields: { store: 'ci', what: `variables of the context ${context}` },
    sees: [],
    suggestion: true,
  }));
}

const STAGES = ['production', 'staging', 'review', 'sandbox', 'demo', 'development', 'test', 'qa'];

/** "deploy-staging" → staging; a name that says nothing stays out. */
function environmentIn(names: readonly string[]): string | undefined {
  for (const name of names) {
    const words = name.toLowerCase().split(/[^a-z0-9]+/);
    const found = STAGES.find(stage => words.includes(stage));
    if (found !== undefined) return found;
    if (words.includes('prod')) return 'production';
  }
  return undefined;
}
