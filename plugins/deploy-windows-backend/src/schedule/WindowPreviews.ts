import {
  describeSchedule,
  type LintAnswer,
  type PreviewAnswer,
} from 'backstage-plugin-deploy-windows-common';
import type { DeployWindow, Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CallOptions } from '../api/route';
import type { DeployWindowsConfig } from '../config';
import type { InputLoader } from '../decision/InputLoader';
import type { Displays, DisplayWish } from '../display/Displays';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { Runtime } from '../runtime/Runtime';
import { affectedBy, affectedText, type Affected } from './affected';
import { describeImpact } from './describeImpact';
import { governedTargets } from './governedTargets';
import type { PlannedDeployments } from './PlannedDeployments';
import { policyEffect, type PolicyEffect } from './policyEffect';
import { lintAnswers, occurrenceAnswers } from './windowAnswer';
import type { ReadWindow } from './WindowReader';

export interface WindowPreviewsDeps {
  readonly loader: InputLoader;
  readonly displays: Displays;
  readonly planned: PlannedDeployments;
  readonly config: Pick<DeployWindowsConfig, 'lint'>;
}

const MOST_LISTED = 200;
// Each is decided over the whole horizon, before and after; a preview is not worth more than a second or two.
const MOST_WORKED_OUT = 40;

/** What a window would do, before it is saved. */
export class WindowPreviews {
  readonly #deps: WindowPreviewsDeps;

  constructor(deps: WindowPreviewsDeps) {
    this.#deps = deps;
  }

  async of(read: ReadWindow, wish: DisplayWish, options: CallOptions): Promise<PreviewAnswer> {
    const { window, level, tables, runtime } = read;
    const { displays } = this.#deps;
    const { now } = options;
    const targets = governedTargets(window, level);
    const effects = await this.#effects(window, targets, options);
    const affected = await this.#affected(read, targets, runtime, now);
    const starts = affected.filter(({ what }) => what !== 'running');
    const display = displays.inZone(window.timeZone ?? wish.zone, wish);
    return {
      sentence: describeSchedule(window),
      next: occurrenceAnswers(window, { tables, now, displays, wish }),
      targets: targets
        .slice(0, MOST_LISTED)
        .map(({ key, entityRef, environment, facts }) => ({
          target: key,
          entityRef,
          title: facts.title,
          environment,
        })),
      targetCount: targets.length,
      lint: [...lintAnswers(window, { tables, now }), ...lintOf(window, targets, effects)],
      closesOtherTimes: window.kind !== 'freeze' && effects.some(([, { closes }]) => closes),
      hasNoEffect: hasNoEffect(targets, effects),
      affected: affected.map(each => ({
        target: each.target,
        what: each.what,
        id: each.id,
        text: affectedText(each, (start, end) =>
          start === end ? display.instant(start) : display.range(start, end),
        ),
      })),
      impact: describeImpact({
        kind: window.kind,
        planned: starts.length,
        services: new Set(starts.map(({ target }) => target.split('#')[0])).size,
        running: affected.length - starts.length,
        targets: targets.length,
      }),
    };
  }

  async #effects(
    window: DeployWindow,
    targets: readonly KnownTarget[],
    { principal, now }: CallOptions,
  ): Promise<readonly (readonly [KnownTarget, PolicyEffect])[]> {
    const { loader, config } = this.#deps;
    const changeType = window.changeTypes?.[0] ?? 'deploy';
    const added = (runtime: Runtime): Runtime => ({
      ...runtime,
      windows: [...runtime.windows, window],
    });
    const effects: [KnownTarget, PolicyEffect][] = [];
    for (const target of targets.slice(0, MOST_WORKED_OUT)) {
      const request = { target: target.key, changeType, principal: principal.ref };
      const before = await loader.load(request, now);
      const after = await loader.load(request, now, added);
      effects.push([
        target,
        policyEffect(before.input, after.input, now, { ...config.lint, busyHours: [] }),
      ]);
    }
    return effects;
  }

  async #affected(
    { window, tables }: ReadWindow,
    targets: readonly KnownTarget[],
    { notices }: Runtime,
    now: Instant,
  ): Promise<readonly Affected[]> {
    if (window.kind !== 'freeze') return [];
    const keys = targets.map(({ key }) => key);
    const planned = await this.#deps.planned.of(keys, now);
    return affectedBy(window, tables, now, { targets: new Set(keys), notices, planned });
  }
}

function lintOf(
  window: DeployWindow,
  targets: readonly KnownTarget[],
  effects: readonly (readonly [KnownTarget, PolicyEffect])[],
): LintAnswer[] {
  const found = effects.flatMap(([{ facts, environment }, { lint }]) =>
    lint.map(({ code, text }): LintAnswer => ({
      code,
      text: `${facts.title} ${environment}: ${text}`,
    })),
  );
  if (targets.length > 0) return found;
  return [
    {
      code: 'SCOPE_MATCHES_NOTHING',
      text: 'no target matches; it would govern nothing',
      window: window.key,
    },
    ...found,
  ];
}

/** No gate of any target changes, as far as one can see: an opening where everything is open, a freeze that ends before it begins. */
function hasNoEffect(
  targets: readonly KnownTarget[],
  effects: readonly (readonly [KnownTarget, PolicyEffect])[],
): boolean {
  return targets.length === effects.length && effects.every(([, { changes }]) => !changes);
}
