import type {
  DeployWindowsClientOptions,
  ReadinessApi,
} from 'backstage-plugin-deploy-windows-common';
import { lazyClient } from './lazyClient';

const METHODS: Readonly<Record<keyof ReadinessApi, true>> = {
  verdict: true,
  verdicts: true,
  subject: true,
  subjects: true,
  compare: true,
  history: true,
  refresh: true,
  attest: true,
  sign: true,
  agree: true,
  revokeAttestation: true,
  attestations: true,
  askForWaiver: true,
  approveWaiver: true,
  denyWaiver: true,
  revokeWaiver: true,
  waivers: true,
  breakGlass: true,
  carryOver: true,
  packs: true,
  pack: true,
  checkSubjects: true,
  rollup: true,
  trend: true,
  ownership: true,
  impact: true,
  onboarding: true,
  exported: true,
};

/** The client of readiness, loaded on the first call. */
export function lazyReadinessClient(options: DeployWindowsClientOptions): ReadinessApi {
  return lazyClient<ReadinessApi>(METHODS, async () => {
    const common = await import('backstage-plugin-deploy-windows-common');
    return new common.ReadinessClient(options);
  });
}
