import { noticesFor } from '../notices';
import type { Instant } from '../time';
import type { CompiledWindow } from './compile';
import type { DecisionInput } from './input';
import { leadOf } from './noticeGate';
import { noticeProgress } from './noticeProgress';
import type { Reason } from './reason';
import { opensAt, type ScheduleGate } from './scheduleGate';

/** Why a closed gate is closed. What cannot be resolved is named as well, since somebody has to repair it. */
export function gateReasons(
  gate: ScheduleGate,
  input: DecisionInput,
  at: Instant,
): readonly Reason[] {
  const until = opensAt(gate, at);
  const base = {
    rule: gate.rule,
    level: gate.level,
    ...(until < Infinity && { until }),
  };
  switch (gate.kind) {
    case 'freeze':
      return gate.windows.map(freeze => freezeReason(freeze, base));
    case 'allow':
      return [
        {
          ...base,
          code: 'OUTSIDE_ALLOW',
          clearedBy: ['waiting', 'ad-hoc-allow', 'override'],
          ...nameOf(gate.windows),
        },
        ...broken(gate),
      ];
    case 'default':
      return [
        { ...base, code: 'CLOSED_BY_DEFAULT', clearedBy: ['ad-hoc-allow', 'override'] },
        ...broken(gate),
      ];
    case 'notice':
      return [noticeReason(gate, base, input, at), ...broken(gate)];
    default:
      throw new Error(gate.kind satisfies never);
  }
}

type Base = Pick<Reason, 'rule' | 'level' | 'until'>;

function freezeReason({ window, problem }: CompiledWindow, base: Base): Reason {
  const about = {
    ...base,
    window: window.key,
    title: window.title,
    ...(window.owner !== undefined && { owner: window.owner }),
    ...(window.hard !== undefined && { hard: window.hard }),
    ...(window.overridableBy !== undefined && { overridableBy: window.overridableBy }),
  };
  if (problem) {
    return {
      ...about,
      code: 'INPUT_INVALID',
      problem: problem.code,
      text: problem.message,
      clearedBy: ['repair', 'exemption', 'override'],
    };
  }
  return {
    ...about,
    code: 'FREEZE_ACTIVE',
    ...(window.reason !== undefined && { text: window.reason }),
    clearedBy: ['waiting', 'exemption', 'override'],
  };
}

function noticeReason(
  gate: ScheduleGate,
  base: Base,
  { notices, request, policy }: DecisionInput,
  at: Instant,
): Reason {
  const audience = gate.audience ?? '';
  if (gate.problem) {
    return {
      ...base,
      ...nameOf(gate.windows),
      code: 'INPUT_INVALID',
      audience,
      problem: gate.problem.code,
      text: gate.problem.message,
      clearedBy: ['repair', 'override'],
    };
  }
  const known = policy.policy.audiences.find(({ key }) => key === audience);
  const lead = leadOf(audience, policy);
  const own = noticesFor(notices, audience, request.target);
  const isPending = lead.ok && noticeProgress(own, lead.value, at) === 'pending';
  return {
    ...base,
    ...nameOf(gate.windows),
    code: isPending ? 'NOTICE_PENDING' : 'NOTICE_REQUIRED',
    audience,
    ...(known && { lead: known.lead, title: known.title }),
    clearedBy: isPending ? ['waiting', 'override'] : ['notice', 'waiting', 'override'],
  };
}

/** The window, where there is just one. */
function nameOf(windows: readonly CompiledWindow[]): Partial<Reason> {
  const [first, second] = windows;
  if (first === undefined || second !== undefined) return {};
  return { window: first.window.key, title: first.window.title };
}

function broken({ windows, rule, level, problem }: ScheduleGate): readonly Reason[] {
  // Said once: what is wrong with the gate is what is wrong with its windows.
  if (problem) return [];
  return windows.flatMap(({ window, problem: own }): readonly Reason[] =>
    own
      ? [
          {
            code: 'INPUT_INVALID',
            rule,
            level,
            window: window.key,
            title: window.title,
            problem: own.code,
            text: own.message,
            clearedBy: ['repair'],
          },
        ]
      : [],
  );
}
