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
import { readinessCheck } from './readinessCheck';
import { readinessDiff } from './readinessDiff';
import { readinessExplain } from './readinessExplain';
import { readinessPackLint } from './readinessPackLint';
import { readinessVerdict } from './readinessVerdict';
import { unlock } from './unlock';
import { windows } from './windows';

/** Every verb, in the order of help. */
export const COMMANDS: readonly Command[] = [
  canDeploy,
  next,
  explain,
  windows,
  readinessCheck,
  readinessDiff,
  readinessExplain,
  readinessVerdict,
  readinessPackLint,
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
