import type {
  DecisionAnswer,
  DecisionQueryText,
  ExplainAnswer,
  NextAnswer,
  NextQueryText,
  TargetAsked,
  WindowsAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { connect, type Answered } from './api/connection';
import type { Values } from './arguments/options';
import { wrongUse } from './failure';
import { offlineQuestions } from './offline/offlineQuestions';
import type { World } from './world';

/** What can be asked of a server, and of files alike. */
export interface Questions {
  decision(query: DecisionQueryText): Promise<Answered<DecisionAnswer>>;
  explain(query: DecisionQueryText): Promise<Answered<ExplainAnswer>>;
  next(query: NextQueryText): Promise<Answered<NextAnswer>>;
  windows(query: TargetAsked): Promise<Answered<WindowsAnswer>>;
  /** What the answers do not know. */
  readonly caveats: readonly string[];
}

export function questionsTo(values: Values, world: World): Questions {
  if (values.offline === undefined) return onlineQuestions(values, world);
  for (const name of ['wait', 'on-unavailable'] as const) {
    if (values[name] !== undefined)
      throw wrongUse(
        `--${name} and --offline exclude each other: files do not change by themselves.`,
      );
  }
  return offlineQuestions(values.offline, world);
}

function onlineQuestions(values: Values, world: World): Questions {
  const { call } = connect(values, world);
  return {
    decision: query => call((api, options) => api.decision(query, options)),
    explain: query => call((api, options) => api.explain(query, options)),
    next: query => call((api, options) => api.next(query, options)),
    windows: query => call((api, options) => api.windows(query, options)),
    caveats: [],
  };
}
