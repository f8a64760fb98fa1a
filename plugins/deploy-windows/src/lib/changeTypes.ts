import type { ChangeType } from 'backstage-plugin-deploy-windows-common';

export const CHANGE_TYPES: readonly { readonly value: ChangeType; readonly label: string }[] = [
  { value: 'deploy', label: 'Deploy' },
  { value: 'config', label: 'Configuration' },
  { value: 'hotfix', label: 'Hotfix' },
  { value: 'rollback', label: 'Rollback' },
  { value: 'restart', label: 'Restart' },
  { value: 'stop', label: 'Stop' },
];
