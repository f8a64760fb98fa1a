import {
  attestationCreatePermission,
  breakGlassPermission,
  waiverApprovePermission,
  waiverCreatePermission,
} from 'backstage-plugin-deploy-windows-common';
import { useGrant, type Grant } from './useGrants';

export interface ReadinessGrants {
  readonly attest: Grant;
  readonly askForWaiver: Grant;
  readonly approveWaiver: Grant;
  readonly breakGlass: Grant;
}

/** What the reader may do about the readiness of a subject, as far as the screen knows: the backend decides again. */
export function useReadinessGrants(subject: string): ReadinessGrants {
  return {
    attest: useGrant(attestationCreatePermission, subject),
    askForWaiver: useGrant(waiverCreatePermission, subject),
    approveWaiver: useGrant(waiverApprovePermission, subject),
    breakGlass: useGrant(breakGlassPermission, subject),
  };
}
