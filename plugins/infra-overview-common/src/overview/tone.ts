import type { Fact } from '../effective';

/** What a text means for the reader. Colour never says it alone: the text does too. */
export type Tone = 'good' | 'warning' | 'bad' | 'unknown' | 'neutral';

/** The four states of a fact: they are never merged into one. */
export type FactState = Fact['state'];
