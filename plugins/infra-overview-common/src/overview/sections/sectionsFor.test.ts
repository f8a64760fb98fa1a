import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { effectiveOf } from '../__fixtures__/readFixture';
import { standard } from '../__fixtures__/standards';
import type { Role } from './section';
import { sectionsFor } from './sectionsFor';

const { document } = effectiveOf(noipm);
const ids = (role: Role) => sectionsFor(document, role, 'project').map(({ id }) => id);

it.each`
  role          | first
  ${'engineer'} | ${['answers', 'request-path', 'drift', 'environments', 'procedures']}
  ${'newcomer'} | ${['request-path', 'answers', 'environments', 'credentials', 'support']}
  ${'manager'}  | ${['answers', 'drift', 'risks', 'improvements', 'credentials']}
`('a $role begins with $first', ({ role, first }) => {
  expect(ids(role).slice(0, first.length)).toEqual(first);
});

it('every role reaches the same sections', () => {
  const sorted = (role: Role) => ids(role).toSorted();
  expect(sorted('newcomer')).toEqual(sorted('engineer'));
  expect(sorted('manager')).toEqual(sorted('engineer'));
});

it('a manager sees no steps unfolded', () => {
  const depths = sectionsFor(document, 'manager', 'project');
  expect(depths.find(({ id }) => id === 'procedures')?.depth).toBe('folded');
});

it.each`
  id                 | text            | count
  ${'addons'}        | ${'7'}          | ${7}
  ${'backups'}       | ${'2'}          | ${2}
  ${'observability'} | ${'3'}          | ${3}
  ${'support'}       | ${'not stated'} | ${undefined}
  ${'request-path'}  | ${'stated'}     | ${undefined}
`('$id: $text', ({ id, text, count }) => {
  const section = sectionsFor(document, 'engineer', 'project').find(found => found.id === id);
  expect([section?.text, section?.count]).toEqual([text, count]);
});

it.each`
  use           | id             | shown
  ${'project'}  | ${'backups'}   | ${true}
  ${'standard'} | ${'backups'}   | ${false}
  ${'standard'} | ${'platforms'} | ${true}
  ${'project'}  | ${'drift'}     | ${true}
  ${'standard'} | ${'drift'}     | ${false}
  ${'project'}  | ${'cost'}      | ${false}
`('a $use shows $id: $shown', ({ use, id, shown }) => {
  const source =
    use === 'standard' ? effectiveOf(standard).document : effectiveOf(listminut).document;
  expect(sectionsFor(source, 'engineer', use).some(section => section.id === id)).toBe(shown);
});

it.each`
  backups                         | text
  ${[]}                           | ${'none'}
  ${{ notNeeded: 'static site' }} | ${'not needed: static site'}
  ${undefined}                    | ${'not stated'}
`('keeps the kinds of empty apart: $text', ({ backups, text }) => {
  const section = sectionsFor({ ...document, backups }, 'engineer', 'project').find(
    ({ id }) => id === 'backups',
  );
  expect(section?.text).toBe(text);
});
