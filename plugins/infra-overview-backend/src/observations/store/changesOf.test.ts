import { aPart } from '../../__testUtils__/aFakeSource';
import { changesOf } from './changesOf';

const item = (name: string, plan: string) => ({
  list: 'addons' as const,
  name,
  fields: { plan },
  sees: [],
});
const part = (given: object) => aPart('x', 0, given);

it.each`
  title                       | before                                         | after                                          | changes
  ${'nothing changed'}        | ${{ fields: { a: ['x', 'y'] } }}               | ${{ fields: { a: ['x', 'y'] } }}               | ${[]}
  ${'another value'}          | ${{ fields: { a: 1 } }}                        | ${{ fields: { a: 2 } }}                        | ${[{ path: 'a', old: 1, new: 2 }]}
  ${'a field came'}           | ${{ fields: {} }}                              | ${{ fields: { a: false } }}                    | ${[{ path: 'a', new: false }]}
  ${'a field went'}           | ${{ fields: { a: 1 } }}                        | ${{ fields: {} }}                              | ${[{ path: 'a', old: 1 }]}
  ${'a field of an item'}     | ${{ items: [item('db', 'small')] }}            | ${{ items: [item('db', 'large')] }}            | ${[{ path: 'addons[db].plan', old: 'small', new: 'large' }]}
  ${'an item went, one came'} | ${{ items: [item('a', 'p')] }}                 | ${{ items: [item('b', 'p')] }}                 | ${[{ path: 'addons[a]', old: { plan: 'p' } }, { path: 'addons[b]', new: { plan: 'p' } }]}
  ${'the order says nothing'} | ${{ items: [item('a', 'p'), item('b', 'p')] }} | ${{ items: [item('b', 'p'), item('a', 'p')] }} | ${[]}
`('$title', ({ before, after, changes }) => {
  expect(changesOf(part(before), part(after))).toEqual(changes);
});
