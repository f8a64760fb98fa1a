import type { JsonValue } from '@backstage/types';
import {
  findSecrets,
  secretsInValue,
  type SecretFinding,
} from 'backstage-plugin-infra-overview-common/secrets';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
} from 'yaml';

/** What looks like a secret in the text of a file: comments, and every document. */
export function secretsInText(text: string): readonly SecretFinding[] {
  return findSecrets(text);
}

/** What looks like a secret only once the YAML is read: escapes, continued and folded lines, anchors. */
export function secretsInYaml(text: string): readonly SecretFinding[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  return [...documents].flatMap(document => {
    if (document.errors.length > 0) return [];
    return secretsInValue(valueOf(document)).map(({ rule, path }) => ({
      rule,
      line: lines.linePos(offsetOf(document, path) ?? 0).line,
    }));
  });
}

function valueOf(document: Document): JsonValue {
  try {
    return document.toJS() as JsonValue;
  } catch {
    // More aliases than can be followed: the catalog cannot read it either.
    return null;
  }
}

/** Where the value at a path stands, the path as `secretsInValue` writes it. */
function offsetOf(document: Document, path: string): number | undefined {
  const walk = (node: unknown, here: string, start: number | undefined): number | undefined => {
    if (here === path) return start;
    // Only what leads there is walked.
    if (!path.startsWith(here)) return undefined;
    if (isAlias(node)) return walk(node.resolve(document), here, start);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        const found = walk(
          value,
          here === '' ? name : `${here}.${name}`,
          startOf(key) ?? startOf(value),
        );
        if (found !== undefined) return found;
      }
    }
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const found = walk(item, `${here}[${index}]`, startOf(item) ?? start);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  return walk(document.contents, '', startOf(document.contents));
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  return (node as { readonly range?: readonly number[] | null }).range?.[0];
}
