import { canDeploy } from './canDeploy';
import type { Command } from './command';
import { explain } from './explain';
import { lockHold } from './lockHold';
import { lockRelease } from './lockRelease';
import { lockRenew } from './lockRenew';
import { lockTake } from './lockTake';
import { next } from './next';
import { noticeRecord } from './noticeRecord';
import { noticeSend } from './noticeSend';
import { overrideRequest } from './overrideRequest';
import { recordDone } from './recordDone';
import { recordFinish } from './recordFinish';
import { recordStart } from './recordStart';
import { unlock } from './unlock';
import { windows } from './windows';

/** Every verb, in the order of help. */
export const COMMANDS: readonly Command[] = [
  canDeploy,
  next,
  explain,
  windows,
  lockTake,
  lockRenew,
  lockRelease,
  lockHold,
  unlock,
  recordStart,
  recordFinish,
  recordDone,
  noticeSend,
  noticeRecord,
  overrideRequest,
];
