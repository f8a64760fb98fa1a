/** Raised when the same input may give another answer than before. */
export const EVALUATOR = '1.0.0';
