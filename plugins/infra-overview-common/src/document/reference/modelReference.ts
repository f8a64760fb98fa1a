import { examples } from '../examples';
import { infraJsonSchema } from '../jsonSchema';
import { SCHEMA, type SectionName } from '../document';
import { refName, typeWords, type SchemaNode } from './typeWords';

// Used everywhere, so they stand at the end instead of under the section that happens to name them first.
const SHARED = ['Verified', 'Link', 'Rule', 'KeyValue', 'Money', 'Stage', 'Level', 'NotNeeded'];
const ITEM_FIELDS = ['verified', 'derived', 'notNeeded', 'links', 'note'];
const SELECTS = ['id', 'when'];
const SCOPE_FIELDS = ['environments', 'stages'];

const INTRODUCTION = [
  '# The infrastructure document, field by field',
  '',
  '<!-- Written by `yarn generate` from the schema. Change the schema, not this file. -->',
  '',
  'The document is `spec.infra` of a `Domain` (what an organisation demands), a `System` (a project) or a `Component` (a service).',
  'Every field may be left out, save those marked **required**. A document may be three lines long:',
  '',
  '```yaml',
  'spec:',
  '  infra:',
  `    schema: ${SCHEMA}`,
  '    addons: [{ id: db, category: database, product: postgresql }]',
  '```',
  '',
  '| What you know | List | Block | Field |',
  '|---|---|---|---|',
  '| nothing is said about it | leave it out | leave it out | leave it out |',
  '| there is none | `backups: []` | `statusPage: none` | `failover: none` |',
  '| none is needed | `backups: { notNeeded: a static site }` | the same | – |',
  '| an inherited item is not needed | `- { id: mail, notNeeded: sends no e-mail }` | | |',
  '',
  'A field that cannot be read is listed as a problem and left out; the rest is kept. A deploy window that cannot be read is kept,',
  'says so, and holds what it could have held. There is no field for the value of a credential.',
  '',
];

/** Every section and field of the document, as Markdown. */
export function modelReference(): string {
  const schema = infraJsonSchema() as unknown as SchemaNode;
  const definitions = schema.definitions ?? {};
  const printed = new Set(SHARED);
  const lines: string[] = [...INTRODUCTION];
  const sections = Object.entries(schema.properties ?? {});
  lines.push(
    '## The document',
    '',
    ...table(
      sections.map(([name, node]) => [name, node]),
      schema.required ?? [],
    ),
  );
  for (const [name, node] of sections) {
    if (!isSection(name)) continue;
    lines.push(
      `## \`${name}\``,
      '',
      node.description ?? '',
      '',
      '```yaml',
      examples[name].trim(),
      '```',
      '',
    );
    const anonymous = anonymousBlock(node);
    if (anonymous) lines.push(...fieldTable(anonymous));
    lines.push(...typesUnder(node, definitions, printed));
  }
  lines.push('## Shared types', '', ...itemSection(definitions));
  for (const name of SHARED) lines.push(...typeSection(name, definitions[name] ?? {}));
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The types a section uses for the first time, each under its own heading. */
function typesUnder(
  node: SchemaNode,
  definitions: Readonly<Record<string, SchemaNode>>,
  printed: Set<string>,
): readonly string[] {
  const lines: string[] = [];
  for (const name of refsIn(node)) {
    if (printed.has(name)) continue;
    printed.add(name);
    const definition = definitions[name];
    if (!definition) continue;
    lines.push(...typeSection(name, definition), ...typesUnder(definition, definitions, printed));
  }
  return lines;
}

function typeSection(name: string, definition: SchemaNode): readonly string[] {
  const lines = [`### ${name}`, ''];
  if (definition.properties) return [...lines, ...fieldTable(definition)];
  return [...lines, `${typeWords(definition)}.`, ''];
}

function fieldTable(block: SchemaNode): readonly string[] {
  const fields = Object.entries(block.properties ?? {});
  const names = new Set(fields.map(([name]) => name));
  const isItem = ITEM_FIELDS.every(name => names.has(name));
  const isScoped = isItem && SCOPE_FIELDS.every(name => names.has(name));
  const hidden = new Set([...(isItem ? ITEM_FIELDS : []), ...(isScoped ? SCOPE_FIELDS : [])]);
  const shown = fields.filter(([name]) => !hidden.has(name));
  const more = [...hidden].map(name => `\`${name}\``).join(', ');
  const note =
    hidden.size > 0 ? [`Also ${more}: the [fields of every item](#fields-of-every-item).`, ''] : [];
  return [...table(shown, block.required ?? []), ...note];
}

function table(
  fields: readonly (readonly [string, SchemaNode])[],
  required: readonly string[],
): readonly string[] {
  const rows = fields.flatMap(([name, node]) =>
    rowsOf(name, node, required.includes(name) ? 'required' : 'optional'),
  );
  return ['| Field | Written as | Meaning |', '|---|---|---|', ...rows, ''];
}

/** A row for a field, and one for each field of a block that has no name of its own. */
function rowsOf(path: string, node: SchemaNode, need: 'required' | 'optional'): readonly string[] {
  const mark = need === 'required' ? ' **required**' : '';
  const row = `| \`${path}\`${mark} | ${typeWords(node)} | ${node.description ?? ''} |`;
  const inside = anonymousBlock(node);
  if (!inside) return [row];
  const prefix = isListOfBlocks(node) ? `${path}[]` : path;
  // An entry of defaults has all the fields of what it fills, which stand under their own heading.
  const fields = Object.entries(inside.properties ?? {}).filter(
    ([name]) => !inside.properties?.when || SELECTS.includes(name),
  );
  return [
    row,
    ...fields.flatMap(([name, field]) =>
      rowsOf(`${prefix}.${name}`, field, inside.required?.includes(name) ? 'required' : 'optional'),
    ),
  ];
}

function anonymousBlock(node: SchemaNode): SchemaNode | undefined {
  if (node.properties) return node;
  if (node.items) return anonymousBlock(node.items);
  const blocks = (node.anyOf ?? []).map(anonymousBlock).filter(block => block !== undefined);
  if (blocks.length < 2) return blocks[0];
  return { properties: Object.assign({}, ...blocks.map(block => block.properties)) };
}

function isListOfBlocks(node: SchemaNode): boolean {
  return node.items !== undefined || (node.anyOf ?? []).some(isListOfBlocks);
}

function refsIn(node: SchemaNode): readonly string[] {
  const name = refName(node);
  if (name !== undefined) return [name];
  const inside = [
    ...(node.anyOf ?? []),
    ...(node.items ? [node.items] : []),
    ...Object.values(node.properties ?? {}),
  ];
  return [...new Set(inside.flatMap(refsIn))];
}

function itemSection(definitions: Readonly<Record<string, SchemaNode>>): readonly string[] {
  const addon = definitions.Addon?.properties ?? {};
  const shown = [...ITEM_FIELDS, ...SCOPE_FIELDS].map(name => [name, addon[name] ?? {}] as const);
  return ['### Fields of every item', '', ...table(shown, [])];
}

function isSection(name: string): name is SectionName {
  return Object.hasOwn(examples, name);
}
