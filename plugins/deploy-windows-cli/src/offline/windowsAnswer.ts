import { durationText, type WindowsAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  lintPolicy,
  readinessMode,
  type DecisionInput,
  type Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from './display';
import { windowAnswer } from './windowAnswer';

/** The windows of a target and its policy, in the shape in which the server sends them. */
export function windowsAnswer(input: DecisionInput, now: Instant, display: Display): WindowsAnswer {
  const { policy, tables, windows } = input.policy;
  const { expectedDuration, impact, limits, timeZone } = policy;
  const constrains = (level: string) =>
    windows.some(
      ({ window, governs }) =>
        window.kind === 'allow' &&
        window.origin === 'catalog' &&
        window.level === level &&
        governs.governs,
    );
  const rank = (level: string) => policy.levels.findIndex(({ key }) => key === level);
  return {
    target: policy.target.key,
    windows: [...windows]
      .sort((a, b) => rank(a.window.level) - rank(b.window.level))
      .map(window => windowAnswer(window, policy, tables, now, display)),
    policy: {
      openByDefault: policy.openByDefault,
      mustFit: policy.mustFit,
      readiness: readinessMode(policy.readiness, now),
      onUnavailable: policy.onUnavailable,
      ...(expectedDuration !== undefined && { expectedDuration: durationText(expectedDuration) }),
      ...(impact !== undefined && { impact }),
      limits: {
        ...(limits.maxPerOpening !== undefined && { maxPerOpening: limits.maxPerOpening }),
        ...(limits.minGap !== undefined && { minGap: durationText(limits.minGap) }),
      },
      ...(timeZone !== undefined && { timeZone }),
      levels: policy.levels.map(({ key, entityRef }) => ({
        key,
        entityRef,
        constrains: constrains(key),
      })),
      audiences: policy.audiences.map(({ key, title, lead, contacts }) => ({
        key,
        title,
        lead,
        contacts: [...contacts],
      })),
      problems: policy.problems.map(({ level, field, message }) => ({ level, field, message })),
    },
    lint: lintPolicy(input, now).map(({ code, text, window }) => ({
      code,
      text,
      ...(window !== undefined && { window }),
    })),
  };
}
