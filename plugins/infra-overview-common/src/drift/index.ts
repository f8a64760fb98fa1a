export { driftOf, type DriftInput } from './driftOf';
export { dueConfirmations } from './dueConfirmations';
export { environmentViews, type EnvironmentViews } from './environmentViews';
export { observedFacts, type ObservedFactsInput } from './observedFacts';
export { observedProcedures } from './observedProcedures';
export type { SourceLook } from './sourceLook';
