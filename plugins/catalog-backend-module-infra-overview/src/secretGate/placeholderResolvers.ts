import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  processingResult,
  type PlaceholderResolver,
  type PlaceholderResolverParams,
} from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import {
  refusalOf,
  secretsInValue,
  unexcused,
} from 'backstage-plugin-infra-overview-common/secrets';
import { parseAllDocuments } from 'yaml';
import { secretsInText, secretsInYaml } from './fileSecrets';
import { mayInclude } from './sameRepository';
import type { SecretGateOptions } from './secretGateOptions';
import { syntaxErrorsIn } from './syntaxErrors';
import { LARGEST_FILE } from './withSecretGate';
import { nameOf } from './words';

const named = (url: string) => nameOf({ type: 'url', target: url });
const firstOf = ([first]: readonly string[]) => (first === undefined ? '' : `, ${first}`);

interface Included {
  readonly url: string;
  readonly text: string;
}

/** `$text`, `$json` and `$yaml` as the catalog has them, searched before anything of an included file is taken over. */
export function placeholderResolvers(
  integrations: Pick<ScmIntegrationRegistry, 'byUrl'>,
  options: SecretGateOptions,
): Readonly<Record<'text' | 'json' | 'yaml', PlaceholderResolver>> {
  const resolver =
    (valueOf: (included: Included, key: string) => JsonValue): PlaceholderResolver =>
    async params => {
      const included = await read(params, integrations);
      refuse(secretsInText(included.text), included.url, options);
      const value = valueOf(included, params.key);
      // An escape or an anchor may make what the text does not show.
      refuse(
        secretsInValue(value).length === 0 ? [] : secretsInYaml(included.text),
        included.url,
        options,
      );
      refuse(secretsInValue(value), included.url, options);
      params.emit(processingResult.refresh(`url:${included.url}`));
      return value;
    };
  return {
    text: resolver(({ text }) => text),
    json: resolver(jsonIn),
    yaml: resolver(yamlIn),
  };
}

async function read(
  { key, value, baseUrl, resolveUrl, read: readUrl }: PlaceholderResolverParams,
  integrations: Pick<ScmIntegrationRegistry, 'byUrl'>,
): Promise<Included> {
  if (typeof value !== 'string')
    throw new InputError(`Placeholder $${key} needs a text: an absolute URL or a relative path`);
  let url: string;
  try {
    url = resolveUrl(value, baseUrl);
  } catch {
    throw new InputError(`Placeholder $${key} could not form a URL out of what it was given`);
  }
  const name = named(url);
  if (!mayInclude(url, baseUrl, integrations))
    throw new InputError(
      `Placeholder $${key} may only include files of the repository of the entity, not ${name}`,
    );
  let data: Buffer;
  try {
    data = await readUrl(url);
  } catch (error) {
    // The message of a reader may repeat an answer.
    throw new InputError(
      `Placeholder $${key} could not read ${name} (${error instanceof Error ? error.name : 'Error'})`,
    );
  }
  if (data.length > LARGEST_FILE)
    throw new InputError(
      `Placeholder $${key}: ${name} is larger than ${LARGEST_FILE / 1024 / 1024} MiB and was not read`,
    );
  return { url, text: data.toString('utf-8') };
}

function refuse(
  findings: Parameters<typeof refusalOf>[0],
  url: string,
  { excuses = [], now }: SecretGateOptions,
): void {
  const found = unexcused(findings, [`url:${url}`, url], excuses, now());
  if (found.length > 0) throw new InputError(`${named(url)}: ${refusalOf(found)}`);
}

function jsonIn({ text, url }: Included, key: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new InputError(
      `Placeholder $${key}: ${named(url)} is no JSON${firstOf(syntaxErrorsIn(text))}`,
    );
  }
}

function yamlIn({ text, url }: Included, key: string): JsonValue {
  const documents = parseAllDocuments(text, {
    prettyErrors: false,
    logLevel: 'silent',
    merge: false,
  });
  const [document] = documents;
  if (document === undefined || documents.length !== 1)
    throw new InputError(
      `Placeholder $${key}: ${named(url)} holds ${documents.length} documents instead of one`,
    );
  if (document.errors.length > 0)
    throw new InputError(
      `Placeholder $${key}: ${named(url)} is no YAML${firstOf(syntaxErrorsIn(text))}`,
    );
  try {
    return document.toJSON();
  } catch {
    throw new InputError(
      `Placeholder $${key}: ${named(url)} has more aliases than can be followed`,
    );
  }
}
