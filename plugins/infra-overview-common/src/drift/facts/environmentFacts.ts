import type { ObservedFields } from '../../observed';
import { instantText, type Instant } from '../../time';
import { ago } from '../ago';
import { flagOf, instantOf, textOf, type FactDraft } from './factDraft';

/** Of the environment itself: the last deploy, and whether visitors see a maintenance page now. */
export function environmentFacts(fields: ObservedFields, now: Instant): readonly FactDraft[] {
  return [lastDeploy(fields, now), maintenance(fields)].filter(fact => fact !== undefined);
}

function lastDeploy(fields: ObservedFields, now: Instant): FactDraft | undefined {
  const at = instantOf(fields, 'observed.lastDeploy');
  if (at === undefined) return undefined;
  const status = textOf(fields, 'observed.lastDeployStatus');
  return {
    kind: 'last-deploy',
    words: `last deploy ${ago(at, now)}${status === undefined ? '' : `, ${status.toLowerCase()}`}`,
    value: instantText(at),
    tone: toneOf(status),
  };
}

function toneOf(status: string | undefined): FactDraft['tone'] {
  if (status === undefined) return 'neutral';
  if (/fail|error|cancel/i.test(status)) return 'bad';
  return /succe|finish|complete/i.test(status) ? 'good' : 'neutral';
}

function maintenance(fields: ObservedFields): FactDraft | undefined {
  const isOn = flagOf(fields, 'observed.maintenance');
  if (isOn === undefined) return undefined;
  return {
    kind: 'maintenance',
    words: isOn ? 'maintenance mode is on' : 'maintenance mode is off',
    value: isOn ? 'on' : 'off',
    tone: isOn ? 'warning' : 'neutral',
  };
}
