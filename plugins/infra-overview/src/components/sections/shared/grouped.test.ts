import { grouped } from './grouped';

it.each`
  words                    | groups
  ${['b', 'a', 'b']}       | ${[['b', ['b', 'b']], ['a', ['a']]]}
  ${['rest', 'a', 'rest']} | ${[['a', ['a']], ['rest', ['rest', 'rest']]]}
  ${['__proto__', 'a']}    | ${[['__proto__', ['__proto__']], ['a', ['a']]]}
  ${[]}                    | ${[]}
`('$words become $groups', ({ words, groups }) => {
  expect(grouped(words as string[], word => word, 'rest')).toEqual(groups);
});
