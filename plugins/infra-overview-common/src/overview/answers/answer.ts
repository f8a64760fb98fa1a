import type { Tone } from '../tone';

export interface AnswerLine {
  readonly text: string;
  readonly tone: Tone;
  /** The fact the line speaks of, to open it beside the page. */
  readonly path?: string;
}

/** One of the answers on the first screen. The first line is the headline; there is always one. */
export interface Answer {
  readonly id: 'runs-on' | 'database' | 'deploys' | 'alerts';
  readonly title: string;
  readonly lines: readonly AnswerLine[];
}

/** The same for a Domain, whose document is a standard for others. */
export interface StandardAnswer {
  readonly id: 'platforms' | 'included' | 'rules' | 'contact';
  readonly title: string;
  readonly lines: readonly AnswerLine[];
}
