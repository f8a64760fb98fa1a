import type {
  Deployment,
  Instant,
  PrincipalRef,
  TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { LogPage, LogPart } from '../database/logPage';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { StoredPermit } from './PermitStore';

export interface StoredDeployment extends Deployment {
  readonly by: PrincipalRef;
  /** No permit covers its start: it went around the gate. */
  readonly unpermitted: boolean;
  readonly note?: string;
  readonly causedErrors?: boolean;
}

export type NewDeployment = Omit<StoredDeployment, 'permitId' | 'unpermitted'>;

/** Which permit a start belongs to. */
export type PermitCover = Pick<StoredDeployment, 'permitId' | 'unpermitted'>;

export interface Finish {
  readonly at: Instant;
  readonly result: Exclude<Deployment['result'], 'running'>;
  readonly by: PrincipalRef;
  readonly note?: string;
  readonly causedErrors?: boolean;
  /** Of the lock it was started under. */
  readonly token?: number;
}

export interface DeploymentPart extends LogPart {
  readonly unpermitted?: boolean;
}

/** A deployment that runs, with the permit it was started under. */
export interface RunningDeployment {
  readonly deployment: StoredDeployment;
  readonly permit?: StoredPermit;
}

/** What was deployed, as pipelines and people report it. */
export interface DeploymentStore {
  /** Latest first: for limits and typical durations. */
  recent(target: TargetKey, count: number): Promise<readonly Deployment[]>;
  find(id: string): Promise<RunningDeployment | undefined>;
  /**
   * `known`: the same source and external id were recorded before; that record is the answer.
   *
   * @param cover given the permits of the target that no deployment has used, and the one that is named, used or not
   */
  record(
    deployment: NewDeployment,
    permit: string | undefined,
    cover: (permits: readonly StoredPermit[]) => PermitCover,
    messages: (deployment: StoredDeployment) => readonly OutboxMessage[],
  ): Promise<{ readonly outcome: 'recorded' | 'known'; readonly deployment: StoredDeployment }>;
  /** Closes its permit and gives the lock back. `lost`: a later grant has a higher token; nothing is changed. */
  finish(
    id: string,
    finish: Finish,
    messages: (deployment: StoredDeployment) => readonly OutboxMessage[],
  ): Promise<'finished' | 'finished-before' | 'lost'>;
  /** Latest first. */
  list(part: DeploymentPart): Promise<LogPage<StoredDeployment>>;
  running(targets?: readonly TargetKey[]): Promise<readonly RunningDeployment[]>;
  /** Once for each deployment, whoever asks; the messages go with it. Whether it was the first time. */
  noteOnce(
    id: string,
    what: 'overrun' | 'closing',
    at: Instant,
    messages: readonly OutboxMessage[],
  ): Promise<boolean>;
  /** The permits of some deployments, by permit id. */
  permits(deployments: readonly StoredDeployment[]): Promise<ReadonlyMap<string, StoredPermit>>;
}
