import type { JsonObject, JsonValue } from '@backstage/types';
import { infraJsonSchema } from '../document';
import { hasIds, MERGE_TABLE } from './mergeTable';
import { isObject } from './shape';

const schema = infraJsonSchema();
const KEYS = ['id', 'name', 'key', 'item'];

/** Every path of the model, with what its values may look like. */
function pathsOf(
  part: JsonValue | undefined,
  path = '',
  depth = 0,
): readonly [string, JsonObject][] {
  if (!isObject(part) || depth > 24) return [];
  const inner = (child: JsonValue | undefined, at: string) => pathsOf(child, at, depth + 1);
  const { $ref, anyOf, oneOf, allOf, properties, items } = part;
  const found: [string, JsonObject][] = [[path, part]];
  if (typeof $ref === 'string') found.push(...inner(definition($ref), path));
  for (const options of [anyOf, oneOf, allOf]) {
    if (Array.isArray(options)) found.push(...options.flatMap(option => inner(option, path)));
  }
  if (isObject(properties)) {
    for (const [field, child] of Object.entries(properties)) {
      found.push(...inner(child, path === '' ? field : `${path}.${field}`));
    }
  }
  if (items !== undefined) found.push(...inner(items, `${path}[]`));
  return found;
}

function definition(ref: string): JsonValue | undefined {
  const name = ref.split('/').pop() ?? '';
  const { definitions } = schema;
  return isObject(definitions) ? definitions[name] : undefined;
}

const paths = pathsOf(schema);
const known = new Set(paths.map(([path]) => path));

describe('the merge table', () => {
  it.each(Object.keys(MERGE_TABLE))('%s is a path of the model', path => {
    expect(known).toContain(path);
  });

  it('knows every list whose items must have an id', () => {
    const lists = paths.flatMap(([path, { required }]) =>
      path.endsWith('[]') && Array.isArray(required) && KEYS.some(key => required.includes(key))
        ? path.slice(0, -2)
        : [],
    );
    expect(lists.length).toBeGreaterThan(50);
    // Entries of defaults and what platforms provide are taken whole; what is inside them has no paths of its own.
    const outside = lists.filter(list => !/^defaults\.\w+\[\]|\.provides\.\w+\[\]/.test(list));
    expect([...new Set(outside)].filter(list => !hasIds(list))).toEqual([]);
  });

  it.each`
    pattern                               | ids
    ${'addons'}                           | ${true}
    ${'addons[].links'}                   | ${true}
    ${'environments[].processes[].links'} | ${true}
    ${'requestPath.nodes'}                | ${true}
    ${'procedures[].steps'}               | ${false}
    ${'observability.alerts[].targets'}   | ${false}
    ${'addons[].limits'}                  | ${false}
  `('items of $pattern have ids: $ids', ({ pattern, ids }) => {
    expect(hasIds(pattern)).toBe(ids);
  });
});
