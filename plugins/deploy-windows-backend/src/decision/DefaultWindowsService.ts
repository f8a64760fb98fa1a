import { durationText, type WindowsAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  gatesChangeType,
  readinessMode,
  type CompiledWindow,
  type EffectivePolicy,
  type LevelKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../api/route';
import type { Displays } from '../display/Displays';
import type { Directory } from '../policy/Directory';
import { windowAnswer } from '../schedule/windowAnswer';
import type { LoadedInput } from './InputLoader';
import type { PolicyLints } from './PolicyLints';
import type { WindowsQuery, WindowsService } from './WindowsService';
import type { Worlds } from './Worlds';

export interface DefaultWindowsServiceOptions {
  readonly worlds: Worlds;
  readonly displays: Displays;
  readonly lints: PolicyLints;
}

// Lints of a single window are said beside it.
const OF_A_WINDOW = [
  'CANNOT_BE_READ',
  'FREEZE_WITHOUT_END',
  'REVIEW_OVERDUE',
  'ONLY_ON_HOLIDAYS',
  'CROSSES_CLOCK_CHANGE',
];

export class DefaultWindowsService implements WindowsService {
  readonly #options: DefaultWindowsServiceOptions;

  constructor(options: DefaultWindowsServiceOptions) {
    this.#options = options;
  }

  async windows(query: WindowsQuery, options: CallOptions): Promise<WindowsAnswer> {
    const { worlds, displays, lints } = this.#options;
    const { now, principal } = options;
    const world = await worlds.open(options);
    const target = await world.one(query.entity, query.environment);
    const loaded = await world.load(
      target,
      { changeType: 'deploy', principal: principal.ref, memberOf: principal.memberOf },
      now,
    );
    const { policy, tables, windows } = loaded.input.policy;
    const { zone, locale } = query;
    const wish = { ...(zone !== undefined && { zone }), ...(locale !== undefined && { locale }) };
    displays.of(wish, target);
    const shown = { tables, now, displays, wish };
    const answers = inOrder(windows, policy).map(compiled => {
      const { window } = compiled;
      const audience = policy.audiences.find(({ key }) => key === window.audience);
      const sourceUrl = sourceOf(window.level, world.directory);
      const answer = windowAnswer(window, shown, {
        governs: compiled.governs,
        ...(audience && { audience }),
        ...(window.origin === 'catalog' && sourceUrl !== undefined && { sourceUrl }),
      });
      if (!answer.governs || gatesChangeType(window, 'deploy')) return answer;
      return { ...answer, governs: false, whyNot: 'change-type' as const };
    });
    return {
      target: target.key,
      windows: answers,
      policy: policyAnswer(loaded, now),
      lint: lints
        .of(loaded, now)
        .filter(({ code, window }) => window === undefined || !OF_A_WINDOW.includes(code))
        .map(({ code, text, window }) => ({ code, text, ...(window !== undefined && { window }) })),
    };
  }
}

/** Outermost level first; what concerns the target before what does not. */
function inOrder(
  windows: readonly CompiledWindow[],
  { levels }: EffectivePolicy,
): readonly CompiledWindow[] {
  const rank = ({ window }: CompiledWindow) => levels.findIndex(({ key }) => key === window.level);
  return [...windows].sort(
    (a, b) =>
      Number(b.governs.governs) - Number(a.governs.governs) ||
      rank(a) - rank(b) ||
      (a.window.key < b.window.key ? -1 : 1),
  );
}

function sourceOf(level: LevelKey, directory: Directory): string | undefined {
  return directory.facts(level.split('#')[0] ?? level)?.sourceUrl;
}

function policyAnswer({ input, target }: LoadedInput, now: number): WindowsAnswer['policy'] {
  const { policy, windows } = input.policy;
  const { maxPerOpening, minGap } = policy.limits;
  const constraining = new Set(
    windows
      .filter(
        ({ window, governs }) =>
          window.kind === 'allow' && window.origin === 'catalog' && governs.governs,
      )
      .map(({ window }) => window.level),
  );
  return {
    openByDefault: policy.openByDefault,
    mustFit: policy.mustFit,
    readiness: readinessMode(policy.readiness, now),
    onUnavailable: policy.onUnavailable,
    ...(policy.expectedDuration !== undefined && {
      expectedDuration: durationText(policy.expectedDuration),
    }),
    ...(policy.impact !== undefined && { impact: policy.impact }),
    limits: {
      ...(maxPerOpening !== undefined && { maxPerOpening }),
      ...(minGap !== undefined && { minGap: durationText(minGap) }),
    },
    ...(policy.timeZone !== undefined && { timeZone: policy.timeZone }),
    levels: policy.levels.map(({ key, entityRef }) => ({
      key,
      entityRef,
      constrains: constraining.has(key),
    })),
    audiences: policy.audiences.map(({ key, title, lead, contacts }) => ({
      key,
      title,
      lead,
      contacts: [...contacts],
    })),
    problems: [
      ...policy.problems.map(({ level, field, message }) => ({ level, field, message })),
      ...(target.problems ?? []).map(({ source, text }) => ({
        level: source,
        field: 'document',
        message: text,
      })),
      ...refusedNow(target),
    ],
  };
}

/** The last good document is in force, and somebody should know that it is not the one they wrote. */
function refusedNow({ facts }: LoadedInput['target']) {
  if (facts.refusal === undefined || facts.document === undefined) return [];
  const message = `the document as it is now was refused, and the one before it is in force: ${facts.refusal}`;
  return [{ level: facts.ref, field: 'document', message }];
}
