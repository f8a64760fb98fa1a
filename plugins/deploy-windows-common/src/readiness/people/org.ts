/** Users and groups as the catalog relates them. A plain value: reading the catalog happens elsewhere. */
export interface OrgGraph {
  /** By lower-case ref. */
  readonly users: Readonly<Record<string, OrgUser>>;
  readonly groups: Readonly<Record<string, OrgGroup>>;
}

export interface OrgUser {
  readonly title: string;
  /** False: matched by `readiness.people.inactive`, and counts for nobody. */
  readonly active: boolean;
  /** Direct memberships. */
  readonly groups: readonly string[];
}

export interface OrgGroup {
  readonly title: string;
  readonly members: readonly string[];
  readonly children: readonly string[];
  readonly parent?: string;
  /** Who leads it (`leaderOf`), where the catalog says so. */
  readonly leaders?: readonly string[];
}

export const NOBODY: OrgGraph = { users: {}, groups: {} };
