import type { LoggerService } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';
import type { Instant } from 'backstage-plugin-deploy-windows-common';
import type { Knex } from 'knex';
import type { Access } from './access/Access';
import type { Route } from './api/route';
import type { DeployWindowsConfig } from './config';
import type { DecisionAnswers } from './decision/DecisionAnswers';
import type { InputLoader } from './decision/InputLoader';
import type { Displays } from './display/Displays';
import type { TargetDirectory } from './policy/TargetDirectory';
import type { RuntimeSource } from './runtime/Runtime';

/** Work that one of the replicas does every so often. It only announces, delivers and tidies: no answer waits for it. */
export interface Task {
  readonly id: string;
  readonly every: HumanDuration;
  /** A replica that dies keeps the task for this long. */
  readonly timeout: HumanDuration;
  readonly run: (now: Instant, signal: AbortSignal) => Promise<void>;
}

/** What a noun adds to the plugin. */
export interface Room {
  readonly routes: readonly Route[];
  readonly tasks: readonly Task[];
}

/** What every room is handed. */
export interface RoomDeps {
  readonly knex: Knex;
  readonly config: DeployWindowsConfig;
  readonly access: Access;
  readonly directory: TargetDirectory;
  readonly runtime: RuntimeSource;
  readonly loader: InputLoader;
  readonly answers: DecisionAnswers;
  readonly displays: Displays;
  readonly newId: () => string;
  /** SHA-256, hexadecimal. */
  readonly digest: (text: string) => string;
  readonly now: () => Instant;
  readonly logger: LoggerService;
}
