import { fieldsOf, isFields, listOf, type Fields, type ParsedPipeline } from './pipelineFile';
import { substitute } from './steps';

/** One job of a workflow as it is run: the entry, its definition and what it waits for. */
export interface PlannedJob {
  readonly workflow: string;
  /** Name within the workflow, unique there. */
  readonly name: string;
  readonly job: string;
  readonly parameters: Fields;
  readonly approval: boolean;
  readonly requires: readonly string[];
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  readonly contexts: readonly string[];
  /** Conditions that were not understood, as words. */
  readonly condition?: string;
  /** Cron texts of the workflow. */
  readonly schedules: readonly string[];
}

/** Every job every workflow runs; a matrix gives one each. Without workflows the job `build` runs alone. */
export function plannedJobs(file: ParsedPipeline): readonly PlannedJob[] {
  const workflows = Object.entries(fieldsOf(file.root.workflows)).filter(
    ([name, value]) => name !== 'version' && isFields(value),
  );
  if (workflows.length === 0) {
    return Object.keys(fieldsOf(file.root.jobs))
      .filter(name => name === 'build')
      .map(job => planned({ workflow: 'build', name: job, job, entry: {} }));
  }
  return workflows.flatMap(([workflow, value]) => jobsOf(workflow, fieldsOf(value)));
}

function jobsOf(workflow: string, value: Fields): readonly PlannedJob[] {
  const triggers = listOf(value.triggers).map(trigger => fieldsOf(fieldsOf(trigger).schedule));
  const schedules = triggers.flatMap(({ cron }) => (typeof cron === 'string' ? [cron] : []));
  const scheduled = triggers.flatMap(({ filters }) => patterns(fieldsOf(filters).branches));
  const { condition, branches } = conditionOf(value.when);
  return listOf(value.jobs).flatMap(item => {
    const [job, given] =
      typeof item === 'string' ? [item, {}] : (Object.entries(fieldsOf(item))[0] ?? []);
    if (job === undefined) return [];
    const entry = fieldsOf(given);
    return combinations(fieldsOf(fieldsOf(entry.matrix).parameters)).map(matrix => {
      const values = { ...entry, ...matrix };
      const name =
        typeof entry.name === 'string' ? substitute(entry.name, matrix) : nameOf(job, matrix);
      const one = planned({ workflow, name, job, entry: values });
      return {
        ...one,
        schedules,
        branches: one.branches.length > 0 ? one.branches : [...branches, ...scheduled],
        ...(one.condition === undefined && condition !== undefined && { condition }),
      };
    });
  });
}

function planned(options: {
  readonly workflow: string;
  readonly name: string;
  readonly job: string;
  readonly entry: Fields;
}): PlannedJob {
  const { entry, ...rest } = options;
  const byExpression = conditionOf(entry.filters);
  const filters = fieldsOf(entry.filters);
  return {
    ...rest,
    parameters: entry,
    approval: entry.type === 'approval',
    requires: listOf(entry.requires).flatMap(required =>
      typeof required === 'string' ? [required] : Object.keys(fieldsOf(required)),
    ),
    branches:
      typeof entry.filters === 'string' ? byExpression.branches : patterns(filters.branches),
    tags: patterns(filters.tags),
    contexts: listOf(entry.context).filter(name => typeof name === 'string'),
    ...(typeof entry.filters === 'string' &&
      byExpression.condition !== undefined && { condition: byExpression.condition }),
    schedules: [],
  };
}

function patterns(filter: unknown): readonly string[] {
  const only = isFields(filter) ? filter.only : filter;
  return listOf(only).filter(pattern => typeof pattern === 'string');
}

const ON_BRANCH = /^\s*(?:<<\s*)?pipeline\.git\.branch(?:\s*>>)?\s*==\s*["']?([\w./-]+)["']?\s*$/;

/** An expression: the branch it names, or itself as words when it is not understood. */
function conditionOf(expression: unknown): {
  readonly branches: readonly string[];
  readonly condition?: string;
} {
  if (expression === undefined || expression === true) return { branches: [] };
  if (typeof expression === 'string') {
    const branch = ON_BRANCH.exec(expression)?.[1];
    return branch === undefined
      ? { branches: [], condition: expression.slice(0, 120) }
      : { branches: [branch] };
  }
  const equal = listOf(fieldsOf(expression).equal);
  const branch = equal.find(value => typeof value === 'string' && !value.includes('<<'));
  const asksBranch = equal.some(
    value => typeof value === 'string' && /pipeline\.git\.branch/.test(value),
  );
  if (asksBranch && typeof branch === 'string') return { branches: [branch] };
  return isFields(expression) &&
    (Array.isArray(expression.jobs) || expression.branches || expression.tags)
    ? { branches: [] }
    : { branches: [], condition: 'a condition of the pipeline' };
}

function combinations(matrix: Fields): readonly Fields[] {
  return Object.entries(matrix).reduce<readonly Fields[]>(
    (found, [name, values]) =>
      found.flatMap(one => listOf(values).map(value => ({ ...one, [name]: value }))).slice(0, 200),
    [{}],
  );
}

function nameOf(job: string, matrix: Fields): string {
  return [job, ...Object.values(matrix).map(String)].join('-');
}

/** Jobs a job waits for, the first one first; a circle ends where it closes. */
export function waitedFor(job: PlannedJob, all: readonly PlannedJob[]): readonly PlannedJob[] {
  const found: PlannedJob[] = [];
  const visit = (one: PlannedJob, path: readonly PlannedJob[]) => {
    for (const name of one.requires) {
      const required = all.find(other => other.workflow === job.workflow && other.name === name);
      if (!required || path.includes(required) || found.includes(required)) continue;
      visit(required, [...path, required]);
      if (!found.includes(required)) found.push(required);
    }
  };
  visit(job, [job]);
  return found;
}
