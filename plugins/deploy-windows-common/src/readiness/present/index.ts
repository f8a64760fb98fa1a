export type { PageContext, PresentContext, SubjectContext } from './context';
export { findingAnswer } from './findingAnswer';
export { attestationAnswer, type OfCheck } from './attestationAnswer';
export { waiverAnswer, type WaivedCheck } from './waiverAnswer';
export { checkAnswer } from './checkAnswer';
export { countsAnswer, subjectRow, verdictAnswer } from './verdictAnswer';
export { subjectAnswer } from './subjectAnswer';
export { compareAnswer, type Side } from './compareAnswer';
export { packAnswer } from './packAnswer';
