import type { OnboardingRole } from './onboardingInput';

export const ONBOARDING_SECTIONS = [
  'what',
  'where',
  'change',
  'access',
  'alerts',
  'recovery',
  'outlook',
] as const;
export type OnboardingSection = (typeof ONBOARDING_SECTIONS)[number];

/** A role chooses order and depth, never content: what comes first is shown whole, the rest begins with three lines. */
export const ROLES: Readonly<
  Record<
    OnboardingRole,
    { readonly whole: readonly OnboardingSection[]; readonly short: readonly OnboardingSection[] }
  >
> = {
  newcomer: {
    whole: ['what', 'where', 'access', 'outlook'],
    short: ['change', 'alerts', 'recovery'],
  },
  engineer: {
    whole: ['access', 'change', 'where', 'recovery', 'alerts'],
    short: ['outlook', 'what'],
  },
  'on-call': {
    whole: ['alerts', 'recovery', 'access', 'where'],
    short: ['change', 'outlook', 'what'],
  },
  manager: {
    whole: ['what', 'outlook', 'where'],
    short: ['alerts', 'recovery', 'access', 'change'],
  },
};

/** Gaps are always shown: leaving one out would hide that it is one. */
export const SHORT = 3;
