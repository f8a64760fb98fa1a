import { EXIT, type ExitCode } from '../exitCode';
import { isMust, type SubjectChange } from './diffOf';
import type { FailOn } from './formats';

/** Whether a change makes worse what is asked about. What is new has no before, and is not worse. */
export function diffExit(changes: readonly SubjectChange[], failOn: FailOn): ExitCode {
  if (failOn === 'nothing') return EXIT.done;
  const isWorse = changes.some(({ verdict, changes: checks }) => {
    const worse = checks.filter(({ turn }) => turn === 'worse' || turn === 'expired');
    return verdict === 'fell' || worse.some(change => failOn === 'any' || isMust(change));
  });
  return isWorse ? EXIT.blocked : EXIT.done;
}
