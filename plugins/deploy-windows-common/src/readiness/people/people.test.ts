import { ORG } from '../__testUtils__/builders';
import type { Fact, FactItem } from '../facts/fact';
import { groupsAbove, membersOf } from './membersOf';
import type { OrgGraph } from './org';
import { peopleOf } from './peopleOf';
import { resolvePeople } from './resolvePeople';
import { withoutUser } from './withoutUser';

const ADA = 'user:default/ada';
const BEN = 'user:default/ben';
const TEAM = 'group:default/team';

describe('whom a target means', () => {
  it.each`
    title                               | to                            | channel      | users         | problem
    ${'a user'}                         | ${ADA}                        | ${'sms'}     | ${[ADA]}      | ${undefined}
    ${'a user in short form'}           | ${'user:ADA'}                 | ${'sms'}     | ${[ADA]}      | ${undefined}
    ${'a group, with those below'}      | ${TEAM}                       | ${'page'}    | ${[ADA, BEN]} | ${undefined}
    ${'a group behind a pager'}         | ${'group:leads'}              | ${'page'}    | ${[BEN]}      | ${undefined}
    ${'a user nobody knows'}            | ${'user:default/who'}         | ${'page'}    | ${[]}         | ${'UNKNOWN_REF'}
    ${'a group nobody knows'}           | ${'group:default/who'}        | ${undefined} | ${[]}         | ${'UNKNOWN_REF'}
    ${'a group of nobody'}              | ${'group:default/nobody'}     | ${'page'}    | ${[]}         | ${'NO_PERSON'}
    ${'somebody who left'}              | ${'user:default/gone'}        | ${'page'}    | ${[]}         | ${'NO_PERSON'}
    ${'a paging service by name'}       | ${undefined}                  | ${'page'}    | ${[]}         | ${'WHO_IS_ON_IT'}
    ${'a paging service in words'}      | ${'PagerDuty'}                | ${'page'}    | ${[]}         | ${'WHO_IS_ON_IT'}
    ${'a room'}                         | ${undefined}                  | ${'chat'}    | ${[]}         | ${'PLACE_ONLY'}
    ${'a shared mailbox'}               | ${undefined}                  | ${'email'}   | ${[]}         | ${'PLACE_ONLY'}
    ${'a program'}                      | ${undefined}                  | ${'webhook'} | ${[]}         | ${'PLACE_ONLY'}
    ${'words'}                          | ${'developers who deploy'}    | ${undefined} | ${[]}         | ${'PLACE_ONLY'}
    ${'a role nobody is known to have'} | ${'role:owner'}               | ${'email'}   | ${[]}         | ${'ABSENT'}
    ${'an inherited key of objects'}    | ${'user:default/constructor'} | ${undefined} | ${[]}         | ${'UNKNOWN_REF'}
  `('$title', ({ to, channel, users, problem }) => {
    const target = { ...(to && { to }), ...(channel && { channel }) };
    expect(resolvePeople(ORG, target)).toMatchObject({ users });
    expect(resolvePeople(ORG, target).problem).toBe(problem);
  });

  it('a channel that only says it reaches somebody leaves open whom', () => {
    const target = { channel: 'chat', reachesPerson: true };
    expect(resolvePeople(ORG, target).problem).toBe('WHO_IS_ON_IT');
  });
});

const ORIGIN = { path: 'p', kind: 'declared' } as const;

function aTarget(fields: Readonly<Record<string, string>>): FactItem {
  const stated = Object.entries(fields).map(([field, value]): [string, Fact] => [
    field,
    { state: 'stated', value, origin: ORIGIN },
  ]);
  return { name: fields.to ?? 'Room', path: 'targets[1]', fields: Object.fromEntries(stated) };
}

const list = (...items: FactItem[]): Fact => ({ state: 'list', items, origin: ORIGIN });

describe('whom a list of targets reaches', () => {
  const paged = aTarget({ to: TEAM, channel: 'page' });
  const mailed = aTarget({ to: ADA, channel: 'email' });
  const room = aTarget({ channel: 'chat' });
  const named = aTarget({ channel: 'page' });
  const bare = aTarget({ to: BEN });

  it.each`
    title                              | fact                                    | reach        | users         | codes               | maybeMore
    ${'each person once'}              | ${list(paged, mailed)}                  | ${undefined} | ${[ADA, BEN]} | ${[]}               | ${false}
    ${'over a channel that counts'}    | ${list(paged, mailed)}                  | ${['email']} | ${[ADA]}      | ${['NOT_ONE_OF']}   | ${false}
    ${'a place adds nobody'}           | ${list(room, mailed)}                   | ${undefined} | ${[ADA]}      | ${['PLACE_ONLY']}   | ${false}
    ${'places alone are nobody'}       | ${list(room)}                           | ${undefined} | ${[]}         | ${['PLACE_ONLY']}   | ${false}
    ${'somebody behind a name'}        | ${list(named)}                          | ${['page']}  | ${[]}         | ${['WHO_IS_ON_IT']} | ${true}
    ${'a way nobody stated'}           | ${list(bare)}                           | ${['page']}  | ${[]}         | ${['ABSENT']}       | ${true}
    ${'no way asked for'}              | ${list(bare)}                           | ${undefined} | ${[BEN]}      | ${[]}               | ${false}
    ${'an empty list is nobody'}       | ${list()}                               | ${undefined} | ${[]}         | ${[]}               | ${false}
    ${'what is not stated is open'}    | ${{ state: 'not-stated', wanted: 'x' }} | ${undefined} | ${[]}         | ${[]}               | ${true}
    ${'what nobody asked for is open'} | ${undefined}                            | ${undefined} | ${[]}         | ${[]}               | ${true}
    ${'none is nobody'}                | ${{ state: 'none', origin: ORIGIN }}    | ${undefined} | ${[]}         | ${[]}               | ${false}
  `('$title', ({ fact, reach, users, codes, maybeMore }) => {
    const reached = peopleOf(ORG, fact, reach);
    expect(reached).toMatchObject({ users, maybeMore });
    expect(reached.problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('groups', () => {
  const ring: OrgGraph = {
    users: { [ADA]: { title: 'Ada', active: true, groups: ['group:default/a'] } },
    groups: {
      'group:default/a': {
        title: 'A',
        members: [ADA],
        children: ['group:default/b'],
        parent: 'group:default/b',
      },
      'group:default/b': {
        title: 'B',
        members: [],
        children: ['group:default/a', 'group:default/none'],
        parent: 'group:default/a',
      },
    },
  };

  it('that contain one another end', () => {
    expect(membersOf(ring, 'group:default/b')).toEqual([ADA]);
    expect(groupsAbove(ring, ADA)).toEqual(['group:default/a', 'group:default/b']);
    expect(groupsAbove(ring, 'group:default/a')).toEqual(['group:default/b']);
  });

  it.each`
    ref                        | above
    ${BEN}                     | ${['group:default/leads', TEAM, 'group:default/company']}
    ${TEAM}                    | ${['group:default/company']}
    ${'group:default/company'} | ${[]}
    ${'group:default/unknown'} | ${[]}
  `('above $ref, nearest first', ({ ref, above }) => {
    expect(groupsAbove(ORG, ref)).toEqual(above);
  });
});

describe('after somebody left', () => {
  it('they count nowhere, and everybody else does', () => {
    const left = withoutUser(ORG, ADA);
    expect(membersOf(left, 'group:default/company')).toEqual([BEN]);
    expect(resolvePeople(left, ADA).problem).toBe('UNKNOWN_REF');
    expect(membersOf(ORG, TEAM)).toEqual([ADA, BEN]);
  });
});
