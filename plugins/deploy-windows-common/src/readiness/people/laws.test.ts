import fc from 'fast-check';
import type { Fact } from '../facts/fact';
import { membersOf } from './membersOf';
import type { OrgGraph } from './org';
import { peopleOf } from './peopleOf';
import { withoutUser } from './withoutUser';

const USERS = ['ada', 'ben', 'cy'].map(name => `user:default/${name}`);
const GROUPS = ['a', 'b', 'c'].map(name => `group:default/${name}`);
const ORIGIN = { path: 'p', kind: 'declared' } as const;

const some = (words: readonly string[]) => fc.subarray([...words]);

/** Any organisation, groups that contain one another and members that do not exist included. */
const anyOrg: fc.Arbitrary<OrgGraph> = fc
  .tuple(
    some(USERS),
    fc.array(fc.record({ active: fc.boolean() }), { minLength: 3, maxLength: 3 }),
    fc.array(fc.record({ members: some(USERS), children: some(GROUPS) }), {
      minLength: 3,
      maxLength: 3,
    }),
  )
  .map(([users, activity, groups]) => ({
    users: Object.fromEntries(
      users.map((ref, index) => [
        ref,
        { title: ref, active: activity[index]?.active ?? true, groups: [] },
      ]),
    ),
    groups: Object.fromEntries(
      groups.map((group, index) => [GROUPS[index] ?? '', { title: 'Group', ...group }]),
    ),
  }));

const anyTargets: fc.Arbitrary<Fact> = fc
  .array(
    fc.record(
      {
        to: fc.constantFrom(...USERS, ...GROUPS, 'words', 'role:owner', 'group:default/none'),
        channel: fc.constantFrom('page', 'email', 'chat'),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 4 },
  )
  .map(targets => ({
    state: 'list',
    origin: ORIGIN,
    items: targets.map(fields => ({
      name: fields.to ?? 'somewhere',
      path: 'targets[1]',
      fields: Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [
          key,
          { state: 'stated', value, origin: ORIGIN },
        ]),
      ),
    })),
  }));

const anyReach = fc.option(some(['page', 'email']), { nil: undefined });

describe('people', () => {
  it('nobody leaving ever brings somebody, or opens a question', () => {
    fc.assert(
      fc.property(
        anyOrg,
        anyTargets,
        anyReach,
        fc.constantFrom(...USERS),
        (org, targets, reach, leaver) => {
          const before = peopleOf(org, targets, reach);
          const after = peopleOf(withoutUser(org, leaver), targets, reach);
          expect(before.users).toEqual(expect.arrayContaining([...after.users]));
          expect(after.users).not.toContain(leaver);
          expect(after.maybeMore && !before.maybeMore).toBe(false);
        },
      ),
    );
  });

  it('the order of targets changes nobody', () => {
    fc.assert(
      fc.property(anyOrg, anyTargets, anyReach, (org, targets, reach) => {
        if (targets.state !== 'list') return;
        const reversed = { ...targets, items: [...targets.items].reverse() };
        expect(peopleOf(org, reversed, reach).users).toEqual(peopleOf(org, targets, reach).users);
      }),
    );
  });

  it('a longer list of ways never reaches fewer', () => {
    fc.assert(
      fc.property(anyOrg, anyTargets, some(['page']), (org, targets, reach) => {
        const few = peopleOf(org, targets, reach).users;
        const more = peopleOf(org, targets, [...reach, 'email', 'chat']).users;
        expect(more).toEqual(expect.arrayContaining([...few]));
      }),
    );
  });

  it('members exist and are active', () => {
    fc.assert(
      fc.property(anyOrg, fc.constantFrom(...GROUPS), (org, group) => {
        for (const user of membersOf(org, group)) expect(org.users[user]?.active).toBe(true);
      }),
    );
  });
});
