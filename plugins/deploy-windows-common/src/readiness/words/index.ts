export { ageWords, daysUntil, inDays, utcDay } from './dayWords';
export { statusLabel, statusWords, verdictLabel } from './statusWords';
export { becomesWords, levelLabel } from './levelWords';
export { peopleWords, valueWords, type Titles } from './valueWords';
export { factWords } from './factWords';
export { findingText } from './findingText';
export { evidenceLabel, originWords } from './originWords';
export { becauseWords, confirmationWords, ownReason, type WordsOptions } from './becauseWords';
export { aheadWords } from './aheadWords';
export {
  verdictParts,
  verdictSentence,
  type SentenceOptions,
  type SentencePart,
} from './verdictParts';
export { gateAt, gateWords, type Gate } from './gateWords';
export { approverWords, signerWords } from './attestWords';
export { renewalWords } from './renewalWords';
