import { NOBODY, type OrgGraph } from 'backstage-plugin-deploy-windows-common/readiness';
import { isOfOwner, signerProblem } from './signer';

const group = (fields: Partial<OrgGraph['groups'][string]> = {}) => ({
  title: '',
  members: [],
  children: [],
  ...fields,
});
const user = (...groups: string[]) => ({ title: '', active: true, groups });

const TEAM = 'group:default/team';
const DEPARTMENT = 'group:default/department';
const org = (fields: Partial<OrgGraph['groups'][string]> = {}): OrgGraph => ({
  users: {
    'user:default/ann': user(TEAM),
    'user:default/sub': user('group:default/sub'),
    'user:default/head': user(DEPARTMENT),
    'user:default/out': user('group:default/elsewhere'),
  },
  groups: {
    [TEAM]: group({ parent: DEPARTMENT, ...fields }),
    'group:default/sub': group({ parent: TEAM }),
    [DEPARTMENT]: group(),
    'group:default/elsewhere': group(),
  },
});
const asking = (name: string, graph = org(), ownerRef: string | undefined = TEAM) => ({
  principal: { ref: `user:default/${name}`, memberOf: [] },
  org: graph,
  ...(ownerRef !== undefined && { ownerRef }),
});

describe('who is of the owner', () => {
  it.each`
    name      | owner                  | is
    ${'ann'}  | ${TEAM}                | ${true}
    ${'sub'}  | ${TEAM}                | ${true}
    ${'head'} | ${TEAM}                | ${false}
    ${'out'}  | ${TEAM}                | ${false}
    ${'ann'}  | ${'user:default/ann'}  | ${true}
    ${'ann'}  | ${'user:default/head'} | ${false}
  `('$name of $owner: $is', ({ name, owner, is }) => {
    expect(isOfOwner(asking(name, org(), owner))).toBe(is);
  });

  it('by the claims of the session where the catalog does not know the person yet', () => {
    const principal = { ref: 'user:default/new', memberOf: [TEAM] };
    expect(isOfOwner({ principal, org: NOBODY, ownerRef: TEAM })).toBe(true);
  });

  it('groups in a circle end', () => {
    const circle = org({ parent: 'group:default/sub' });
    expect(isOfOwner(asking('sub', circle, DEPARTMENT))).toBe(false);
  });
});

describe('who leads a group', () => {
  it.each`
    leaders                 | name      | may
    ${['user:default/ann']} | ${'ann'}  | ${true}
    ${['user:default/ann']} | ${'sub'}  | ${false}
    ${['user:default/ann']} | ${'head'} | ${false}
    ${undefined}            | ${'head'} | ${true}
    ${undefined}            | ${'ann'}  | ${false}
  `('$leaders: $name $may', ({ leaders, name, may }) => {
    const graph = org(leaders === undefined ? {} : { leaders });
    expect(signerProblem('manager', asking(name, graph)) === undefined).toBe(may);
  });

  it('nobody is known to lead a group that stands alone', () => {
    expect(signerProblem('manager', asking('head', org(), DEPARTMENT))).toContain(
      'nobody is known to lead it',
    );
  });
});

it.each(['owner-member', 'manager'] as const)('what nobody owns is confirmed by nobody: %s', by => {
  const { ownerRef: _, ...question } = asking('ann');
  expect(signerProblem(by, question)).toContain('nobody is named as owner');
});

it('where nobody is known to be alerted nobody answers for the alerts', () => {
  expect(signerProblem('alert-target', asking('ann'))).toContain('nobody is known to be');
});
