import type { Role, SectionId } from './section';

export interface RoleLayout {
  /** Shown in full, in this order. */
  readonly full: readonly SectionId[];
  /** Shown as counts and headlines. */
  readonly summary: readonly SectionId[];
  /** Closed: one click away. What no list names is folded as well, so that every role can reach everything. */
  readonly folded: readonly SectionId[];
}

/** All roles see the same data; what differs is order and how much is open. */
export const ROLE_LAYOUT: Readonly<Record<Role, RoleLayout>> = {
  engineer: {
    full: [
      'answers', 'request-path', 'environments', 'procedures', 'platforms', 'addons', 'backups', 'credentials', 'observability', 'domains',
      'deploys', 'jobs', 'runtimes', 'behaviours', 'risks', 'improvements', 'questions', 'access', 'network', 'accounts', 'standards',
      'policies', 'checklists', 'conformance', 'topologies', 'support', 'security', 'capacity',
    ],
    summary: ['compliance', 'cost'],
    folded: ['decisions', 'glossary', 'links', 'notes', 'sources'],
  },
  newcomer: {
    full: ['glossary', 'request-path', 'answers', 'environments', 'platforms', 'credentials', 'accounts', 'access', 'support', 'links', 'questions'],
    summary: ['addons', 'observability', 'procedures', 'behaviours', 'decisions', 'policies', 'topologies', 'standards'],
    folded: ['backups', 'domains', 'deploys', 'jobs', 'runtimes', 'risks', 'improvements', 'network', 'checklists', 'conformance', 'security'],
  },
  manager: {
    full: [
      'answers', 'risks', 'cost', 'compliance', 'improvements', 'credentials', 'support', 'conformance', 'questions', 'platforms', 'policies',
      'decisions',
    ],
    summary: ['environments', 'backups', 'addons', 'domains', 'security', 'capacity', 'deploys', 'accounts', 'checklists', 'sources'],
    folded: ['request-path', 'procedures', 'observability', 'access', 'network', 'standards', 'jobs', 'runtimes', 'behaviours', 'glossary'],
  },
};
