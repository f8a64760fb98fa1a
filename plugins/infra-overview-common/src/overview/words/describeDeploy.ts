import { describeParties } from './describeParty';

interface DeployWords {
  readonly trigger?: string | undefined;
  readonly branch?: string | undefined;
  readonly branchConfigurable?: boolean | undefined;
  readonly from?: string | undefined;
  readonly by?: readonly string[] | undefined;
}

/** 'a person starts it', 'every push to master', 'promoted from staging'. */
export function describeDeploy(deploy: DeployWords): string {
  const { trigger, from, by = [] } = deploy;
  const branch = describeBranch(deploy);
  const who = by.length > 0 ? describeParties(by) : undefined;
  switch (trigger) {
    case 'push':
      return `every push to ${branch ?? 'a branch that is not stated'}`;
    case 'tag':
      return branch === undefined ? 'every new tag' : `every tag ${branch}`;
    case 'schedule':
      return branch === undefined ? 'by the clock' : `by the clock, from ${branch}`;
    case 'promotion':
      return `${who === undefined ? 'promoted' : `${who} promotes it`} from ${from ?? 'an environment that is not stated'}`;
    case 'manual':
      return `${who ?? 'a person'} starts it${branch === undefined ? '' : `, from ${branch}`}`;
    case undefined:
      return branch === undefined ? 'trigger not stated' : `from ${branch}, trigger not stated`;
    default:
      return trigger;
  }
}

/** A branch name, or words as the author wrote them. */
export function describeBranch({ branch, branchConfigurable }: DeployWords): string | undefined {
  if (branch === undefined)
    return branchConfigurable === true
      ? 'a branch that changes from release to release'
      : undefined;
  return branchConfigurable === true && !/configur|chang/i.test(branch)
    ? `${branch} (changes from release to release)`
    : branch;
}
