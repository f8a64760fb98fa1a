import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  parseEntityYaml,
  processingResult,
  type CatalogProcessorParser,
  type CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import {
  findSecrets,
  secretsInValue,
  unexcused,
} from 'backstage-plugin-infra-overview-common/secrets';
import { secretsInText, secretsInYaml } from './fileSecrets';
import type { SecretGateOptions } from './secretGateOptions';
import { syntaxErrorsIn } from './syntaxErrors';
import { entityRefusal, fileRefusal, nameOf } from './words';

/** A larger file is refused: half a look would be none. */
export const LARGEST_FILE = 2 * 1024 * 1024;

/** What the catalog does by default. */
const readYaml: CatalogProcessorParser = async function* readYaml({ data, location }) {
  yield* parseEntityYaml(data, location);
};

/**
 * Refuses a file that holds a secret before anything of it is stored: one error, no entity. Wrap a parser of your own in it.
 *
 * @public
 */
export function withSecretGate(
  next: CatalogProcessorParser | undefined,
  options: SecretGateOptions,
): CatalogProcessorParser {
  return async function* gate(file) {
    const { location } = file;
    const before = refusalBefore(file.data, location, options);
    if (before !== undefined) {
      yield processingResult.generalError(location, before);
      return;
    }
    const text = file.data.toString('utf8');
    const read = await readBehindGate(next ?? readYaml, file, text, options);
    if ('refusal' in read) {
      yield processingResult.generalError(location, read.refusal);
      return;
    }
    const syntax = read.results.every(({ type }) => type !== 'error')
      ? []
      : [...syntaxErrorsIn(text)];
    for (const result of read.results) yield withoutExcerpt(result, syntax, location);
  };
}

type ReadBehindGate =
  { readonly results: readonly CatalogProcessorResult[] } | { readonly refusal: string };

async function readBehindGate(
  parser: CatalogProcessorParser,
  file: { readonly data: Buffer; readonly location: LocationSpec },
  text: string,
  options: SecretGateOptions,
): Promise<ReadBehindGate> {
  const results: CatalogProcessorResult[] = [];
  try {
    for await (const result of parser(file)) {
      // Aliases may lead in a circle: such an entity cannot be stored.
      if (result.type === 'entity') JSON.stringify(result.entity);
      results.push(result);
    }
    const refusal = refusalAfter(results, text, file.location, options);
    return refusal === undefined ? { results } : { refusal };
  } catch {
    // What was thrown may quote the file.
    const [reason = 'its aliases lead nowhere, or in a circle'] = syntaxErrorsIn(text);
    return { refusal: `${nameOf(file.location)} cannot be read, ${reason}` };
  }
}

function refusalBefore(
  data: Buffer,
  location: LocationSpec,
  options: SecretGateOptions,
): string | undefined {
  if (data.length > LARGEST_FILE)
    return `${nameOf(location)} is larger than ${LARGEST_FILE / 1024 / 1024} MiB. It was not read, since it cannot be searched for secrets. Split it.`;
  const found = openFindings(secretsInText(data.toString('utf8')), location, options);
  return found.length === 0 ? undefined : fileRefusal(location, found);
}

function refusalAfter(
  results: readonly CatalogProcessorResult[],
  text: string,
  location: LocationSpec,
  options: SecretGateOptions,
): string | undefined {
  for (const result of results) {
    if (result.type !== 'entity') continue;
    const places = openFindings(
      secretsInValue(result.entity as unknown as JsonValue),
      location,
      options,
    );
    if (places.length === 0) continue;
    const lines = openFindings(secretsInYaml(text), location, options);
    // A parser of somebody else may make what no line of the file says.
    return lines.length > 0
      ? fileRefusal(location, lines)
      : entityRefusal(refOf(result.entity, location), places);
  }
  return undefined;
}

function openFindings<Finding extends { readonly rule: string }>(
  findings: readonly Finding[],
  location: LocationSpec,
  { excuses = [], now }: SecretGateOptions,
): readonly Finding[] {
  return unexcused(
    findings,
    [`${location.type}:${location.target}`, location.target],
    excuses,
    now(),
  );
}

// The default parser gives one error for each document that is no YAML, in order, and quotes the lines.
function withoutExcerpt(
  result: CatalogProcessorResult,
  syntax: string[],
  location: LocationSpec,
): CatalogProcessorResult {
  if (result.type !== 'error') return result;
  const { message } = result.error;
  if (message.startsWith('Expected object at root') && findSecrets(message).length === 0)
    return result;
  const reason = syntax.shift();
  return processingResult.generalError(
    location,
    reason === undefined
      ? `${nameOf(location)} cannot be read (${result.error.name})`
      : `YAML error at ${nameOf(location)}, ${reason}`,
  );
}

function refOf(entity: Entity, location: LocationSpec): string {
  try {
    return stringifyEntityRef(entity);
  } catch {
    return nameOf(location);
  }
}
