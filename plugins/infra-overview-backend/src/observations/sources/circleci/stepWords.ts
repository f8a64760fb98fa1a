import type { StepAction } from './actions';

/** "release web worker (job deploy, line 12)": recognised words only, never text of a command. */
export function stepWords(action: StepAction & { readonly job: string }): string {
  const line = action.line === undefined ? '' : `, line ${action.line}`;
  return `${words(action)} (job ${action.job}${line})`;
}

function words(action: StepAction): string {
  switch (action.kind) {
    case 'maintenance':
      return `maintenance ${action.mode}`;
    case 'migrate':
      return 'migrate';
    case 'backup':
      return 'back up the database';
    case 'restore':
      return 'restore a backup';
    case 'promote':
      return 'promote';
    case 'check':
      return `check ${action.path}`;
    case 'deploy':
      return ['release', ...(action.processes ?? [])].join(' ');
    case 'not-read':
      return `not read: ${action.what}`;
    case 'script':
      return 'not read: runs a script';
    default:
      throw new Error(action satisfies never);
  }
}
