import type { OrgGraph } from 'backstage-plugin-deploy-windows-common/readiness';

export interface KnownOrg {
  /** Of the graph; the empty text where nobody was read yet. */
  readonly hash: string;
  readonly graph: OrgGraph;
}

/** The people as last read, shared by all replicas: each of them judges by the same. */
export interface OrgStore {
  fingerprint(): Promise<string | undefined>;
  save(org: {
    readonly fingerprint: string;
    readonly hash: string;
    /** JSON. */
    readonly org: string;
  }): Promise<void>;
  /** One small query; the graph from memory while its hash stands. */
  current(): Promise<KnownOrg>;
}
