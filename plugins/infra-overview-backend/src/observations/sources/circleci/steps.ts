import { fieldsOf, isFields, listOf, type Fields, type ParsedPipeline } from './pipelineFile';

/** One step of a job with its parameters put in. */
export type FlatStep =
  | { readonly kind: 'run'; readonly script: string; readonly line?: number }
  | {
      readonly kind: 'orb';
      readonly name: string;
      readonly parameters: Fields;
      readonly line?: number;
    }
  | { readonly kind: 'not-read'; readonly what: string; readonly line?: number };

const BUILT_IN = new Set([
  'checkout',
  'setup_remote_docker',
  'save_cache',
  'restore_cache',
  'store_artifacts',
  'store_test_results',
  'persist_to_workspace',
  'attach_workspace',
  'add_ssh_keys',
  'deploy',
]);
const DEPTH = 8;

/** Steps of a job, with reusable commands opened and conditions that are known decided. */
export function stepsOfJob(
  file: ParsedPipeline,
  job: string,
  given: Fields = {},
): readonly FlatStep[] {
  const definition = fieldsOf(fieldsOf(file.root.jobs)[job]);
  const parameters = withDefaults(definition.parameters, given);
  return flatten(file, definition.steps, {
    path: ['jobs', job, 'steps'],
    parameters,
    depth: 0,
  });
}

interface Spot {
  readonly path: readonly (string | number)[];
  readonly parameters: Fields;
  readonly depth: number;
}

function flatten(file: ParsedPipeline, steps: unknown, spot: Spot): readonly FlatStep[] {
  if (spot.depth > DEPTH) return [{ kind: 'not-read', what: 'commands that call each other' }];
  return listOf(steps).flatMap((step, index) => {
    const path = [...spot.path, index];
    const line = file.lineOf(path);
    const at = line === undefined ? {} : { line };
    if (typeof step === 'string') return named(file, step, {}, { ...spot, path }, at);
    const [name, value] = Object.entries(fieldsOf(step))[0] ?? [];
    if (name === undefined) return [];
    const inner = { ...spot, path };
    if (name === 'run' || name === 'deploy') return run(value, inner, at);
    if (name === 'when' || name === 'unless') return conditional(file, name, value, inner, at);
    return named(file, name, fieldsOf(value), inner, at);
  });
}

type At = { readonly line?: number };

function run(value: unknown, { parameters }: Spot, at: At): readonly FlatStep[] {
  const command = isFields(value) ? value.command : value;
  return typeof command === 'string'
    ? [{ kind: 'run', script: substitute(command, parameters), ...at }]
    : [];
}

function conditional(
  file: ParsedPipeline,
  name: 'when' | 'unless',
  value: unknown,
  spot: Spot,
  at: At,
): readonly FlatStep[] {
  const { condition, steps } = fieldsOf(value);
  const known = decided(condition, spot.parameters);
  if (known === undefined) return [{ kind: 'not-read', what: 'a step with a condition', ...at }];
  return known === (name === 'when')
    ? flatten(file, steps, { ...spot, path: [...spot.path, name, 'steps'], depth: spot.depth + 1 })
    : [];
}

/** True or false where the condition is literal once parameters are put in; undefined where it is not known. */
function decided(condition: unknown, parameters: Fields): boolean | undefined {
  if (typeof condition === 'boolean') return condition;
  if (typeof condition !== 'string') return undefined;
  const text = substitute(condition, parameters).trim();
  if (/<<|\$/.test(text)) return undefined;
  return text !== '' && text !== 'false' && text !== '0';
}

function named(
  file: ParsedPipeline,
  name: string,
  given: Fields,
  spot: Spot,
  at: At,
): readonly FlatStep[] {
  const definition = fieldsOf(file.root.commands)[name];
  const filled = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      typeof value === 'string' ? substitute(value, spot.parameters) : value,
    ]),
  );
  if (isFields(definition)) {
    return flatten(file, definition.steps, {
      path: ['commands', name, 'steps'],
      parameters: withDefaults(definition.parameters, filled),
      depth: spot.depth + 1,
    });
  }
  if (name.includes('/')) return [{ kind: 'orb', name, parameters: filled, ...at }];
  return BUILT_IN.has(name) ? [] : [{ kind: 'not-read', what: 'an unknown command', ...at }];
}

/** Values of parameters: given, else their defaults. */
export function withDefaults(declared: unknown, given: Fields): Fields {
  const defaults = Object.entries(fieldsOf(declared)).flatMap(([name, parameter]) => {
    const value = fieldsOf(parameter).default;
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(defaults), ...given };
}

/** `<< parameters.x >>` becomes its value; `<< pipeline.x >>` and what has none stay as they are. */
export function substitute(text: string, parameters: Fields): string {
  return text.replace(/<<\s*(?:parameters|matrix)\.([\w-]+)\s*>>/g, (whole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : whole;
  });
}
