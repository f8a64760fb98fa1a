import { convert } from './convert';
import { infraDocumentSchema, SCHEMA, type InfraDocument } from './document';
import { severityOf, type Problem, type ProblemCode } from './problem';
import { markZoneless } from './reader/markZoneless';
import { isBlock, type Place } from './reader/place';
import { Reading, type NotUnderstood } from './reader/reading';
import { readShape } from './reader/readShape';
import { shapeOf } from './reader/shape';
import { quote, typeWords } from './reader/words';
import { compareVersions, GROUP, parseVersion } from './version';

export type ReadResult =
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'refused'; readonly problem: Problem }
  | {
      readonly outcome: 'read';
      readonly document: InfraDocument;
      readonly problems: readonly Problem[];
      /** What is no part of the document, so that nothing is lost. */
      readonly notUnderstood: readonly NotUnderstood[];
    };

export interface ReadOptions {
  readonly entityRef?: string | undefined;
  /** Kind of the entity, for sections that stand on some kinds only. */
  readonly kind?: string | undefined;
  /** The line of a path in the text, where there is a text. */
  readonly lineOf?: ((path: string) => number | undefined) | undefined;
}

const DOCUMENT = shapeOf(infraDocumentSchema);
const VERSION = SCHEMA.slice(GROUP.length + 1);

const FIRST_LINE = `First line: schema: ${SCHEMA}`;

/** Reads `spec.infra`. Never throws: what cannot be read is listed, and the rest is kept. */
export function readInfraDocument(value: unknown, options: ReadOptions = {}): ReadResult {
  if (value === undefined || value === null) return { outcome: 'absent' };
  if (!isBlock(value))
    return refused('not-an-object', options, `${typeWords(value)}; expected a block of fields`);
  const version = versionOf(value.schema, options);
  if (typeof version !== 'string') return version;
  const converted = convert(value, version, VERSION);
  if (!converted) {
    return refused(
      'schema-foreign',
      options,
      `nothing reads ${GROUP}/${version} any more`,
      FIRST_LINE,
    );
  }
  const asWritten = new Reading({ ...options, originalPath: path => path });
  if (version !== VERSION)
    asWritten.report('schema-older', 'schema', `written in ${version}, read as ${VERSION}`);
  for (const { path, value: content } of converted.covered) {
    asWritten.report('unknown-field', path, 'not understood');
    asWritten.lose(path, content);
  }
  const reading = new Reading({ ...options, originalPath: converted.originalPath });
  const { deployPolicy, ...rest } = { ...converted.value, schema: SCHEMA } as Record<
    string,
    unknown
  >;
  const misplaced =
    deployPolicy !== undefined && deployPolicy !== null && !mayHavePolicy(options.kind);
  if (misplaced) {
    reading.report(
      'misplaced',
      'deployPolicy',
      'is read on Domain and System only',
      'Write environments[].deploy.windows',
    );
    reading.lose('deployPolicy', deployPolicy);
  }
  const place: Place = {
    reading,
    read: readShape,
    path: '',
    withheld: false,
    schedule: false,
    lost: undefined,
  };
  const sections = misplaced || deployPolicy === undefined ? rest : { ...rest, deployPolicy };
  const document = markZoneless(readShape(DOCUMENT, sections, place) as InfraDocument);
  return {
    outcome: 'read',
    document,
    problems: [...asWritten.problems, ...reading.problems],
    notUnderstood: [...asWritten.notUnderstood, ...reading.notUnderstood],
  };
}

function versionOf(schema: unknown, options: ReadOptions): string | ReadResult {
  if (schema === undefined || schema === null || schema === '') {
    return refused('schema-missing', options, 'spec.infra has no schema', FIRST_LINE);
  }
  const text = typeof schema === 'string' ? schema : '';
  const version = text.startsWith(`${GROUP}/`) ? text.slice(GROUP.length + 1) : '';
  const [written, ours] = [parseVersion(version), parseVersion(VERSION)];
  if (!written || !ours) {
    return refused(
      'schema-foreign',
      options,
      `${quote(schema)} is not a schema this plugin knows`,
      FIRST_LINE,
    );
  }
  if (compareVersions(written, ours) > 0) {
    const message = `spec.infra is written in ${text}; this version reads up to ${VERSION}`;
    return refused('schema-newer', options, message, `Update the plugin or write ${VERSION}`);
  }
  return version;
}

function refused(
  code: ProblemCode,
  options: ReadOptions,
  message: string,
  fix?: string,
): ReadResult {
  const path = code === 'not-an-object' ? '' : 'schema';
  const line = options.lineOf?.(path);
  return {
    outcome: 'refused',
    problem: {
      code,
      severity: severityOf(code),
      path,
      ...(line === undefined ? {} : { line }),
      message,
      ...(fix === undefined ? {} : { fix }),
      ...(options.entityRef === undefined ? {} : { entityRef: options.entityRef }),
    },
  };
}

/** Where the kind is not known, the policy is taken as it is. */
function mayHavePolicy(kind: string | undefined): boolean {
  return kind === undefined || ['domain', 'system'].includes(kind.toLowerCase());
}
