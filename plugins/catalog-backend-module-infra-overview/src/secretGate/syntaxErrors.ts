import { LineCounter, parseAllDocuments } from 'yaml';

const REASONS: Readonly<Partial<Record<string, string>>> = {
  BAD_INDENT: 'the indentation does not fit',
  BLOCK_AS_IMPLICIT_KEY: 'a mapping stands where a plain value is expected',
  BLOCK_IN_FLOW: 'a block stands inside { } or [ ]',
  DUPLICATE_KEY: 'a key is there twice',
  MISSING_CHAR: 'a character such as a quote, a colon or a bracket is missing',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'a tab is used as indentation',
  UNEXPECTED_TOKEN: 'something is not expected here',
  UNRESOLVED_ALIAS: 'an alias has no anchor before it',
};

/** `line 3, column 5: BAD_INDENT`, one for each document that is no YAML. The parser's own message quotes the file. */
export function syntaxErrorsIn(text: string): readonly string[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  return [...documents].flatMap(({ errors: [error] }) => {
    if (error === undefined) return [];
    const { line, col } = lines.linePos(error.pos[0]);
    return [`line ${line}, column ${col}: ${REASONS[error.code] ?? error.code}`];
  });
}
