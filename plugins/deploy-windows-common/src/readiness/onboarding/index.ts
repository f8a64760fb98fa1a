export type { OnboardingInput, OnboardingRole } from './onboardingInput';
export { onboarding } from './onboarding';
