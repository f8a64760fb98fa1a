export { createScheduleRoom, type ScheduleRoomDeps } from './createScheduleRoom';
export { DatabaseExemptionStore } from './DatabaseExemptionStore';
export { DatabaseWindowStore } from './DatabaseWindowStore';
export { describeDuration } from './describeDuration';
export { findDeclared } from './findDeclared';
export { seenTargets } from './logQuery';
export type { PlannedDeployment, PlannedDeployments } from './PlannedDeployments';
export { occurrenceAnswers, windowAnswer, type Shown } from './windowAnswer';
