/** The parts of a JSON Schema that the reference speaks about. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

/** What is written in a field, in words, with links to the types that have a heading. */
export function typeWords(node: SchemaNode): string {
  const name = refName(node);
  if (name === 'NotNeeded') return '[not needed](#notneeded)';
  if (name !== undefined) return `[${name}](#${name.toLowerCase()})`;
  if (node.anyOf) {
    const refusal = node.anyOf.filter(option => refName(option) === 'NotNeeded');
    const others = node.anyOf.filter(option => refName(option) !== 'NotNeeded');
    return [...new Set([...others, ...refusal].map(typeWords))].join(' or ');
  }
  if (node.const !== undefined) return code(node.const);
  if (node.enum) return node.enum.map(code).join(' · ');
  if (node.type === 'array' && node.items?.properties) return 'list of blocks';
  if (node.type === 'array') return `list of ${typeWords(node.items ?? {})}`;
  if (node.type === 'boolean') return 'true or false';
  if (node.type === 'integer') return `whole number${range(node)}`;
  if (node.type === 'number') return `number${range(node)}`;
  if (node.type === 'object') return node.properties ? 'block' : 'block of any fields';
  if (node.title === undefined || node.title === 'text') return 'text';
  return `${node.title}${node.examples?.[0] === undefined ? '' : `, such as ${code(node.examples[0])}`}`;
}

/** The definition a node refers to, also where a description stands beside the reference. */
export function refName(node: SchemaNode): string | undefined {
  const ref = node.$ref ?? (node.allOf?.length === 1 ? node.allOf[0]?.$ref : undefined);
  return ref?.replace('#/definitions/', '');
}

function range({ minimum, maximum }: SchemaNode): string {
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  return least === undefined ? '' : `, ${least} or more`;
}

function code(value: unknown): string {
  return `\`${String(value)}\``;
}
