import { describeDuration } from './describeDuration';
import { present } from './sentence';
import { wordLabel } from './wordLabels';

interface ConditionWords {
  readonly type?: string | undefined;
  readonly expression?: string | undefined;
  readonly threshold?:
    | {
        readonly value?: number | undefined;
        readonly unit?: string | undefined;
        readonly over?: string | undefined;
      }
    | undefined;
}

/** 'Search in the logs: app/web-1 error -"Invalid token"', 'share of errors above 2 percent over 5 minutes'. */
export function describeAlertCondition(condition: ConditionWords | undefined): string {
  if (condition === undefined) return 'condition: not stated';
  const { type, expression, threshold } = condition;
  const limit =
    threshold?.value === undefined
      ? ''
      : ` at ${threshold.value}${threshold.unit === undefined ? '' : ` ${threshold.unit}`}`;
  const over = threshold?.over === undefined ? '' : ` over ${describeDuration(threshold.over)}`;
  const what =
    type === undefined
      ? undefined
      : `${type === 'uptime' ? 'it does not answer' : wordLabel(type)}${limit}${over}`;
  const words = present([what, expression]).join(': ');
  return words === '' ? 'condition: not stated' : words;
}
