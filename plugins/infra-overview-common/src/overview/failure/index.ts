export * from './failure';
export { failureAnswer, type FailureOptions } from './failureAnswer';
export { failureChoices, nearestChoices, type FailureChoice } from './choices';
export { failureMarkdown, impactMarkdown } from './failureMarkdown';
export { OUTCOME_WORDS } from './outcomeWords';
export { failureEvent, sharedThing, sharedTitle } from './broken';
export { resourceName } from './resourceName';
