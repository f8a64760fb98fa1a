import type { InputLoader } from '../../decision/InputLoader';
import type { Displays } from '../../display/Displays';
import type { KnownTarget } from '../../policy/TargetDirectory';
import { windowAnswer } from '../../schedule/windowAnswer';
import type { CallOptions } from '../../api/route';

/** When deploys of a target are open, frozen or announced, one sentence each. */
export class WindowSentences {
  readonly #deps: { readonly loader: InputLoader; readonly displays: Displays };

  constructor(deps: { readonly loader: InputLoader; readonly displays: Displays }) {
    this.#deps = deps;
  }

  async of({ key }: KnownTarget, { now, principal }: CallOptions): Promise<readonly string[]> {
    const { loader, displays } = this.#deps;
    const asked = { target: key, changeType: 'deploy', principal: principal.ref } as const;
    const { input } = await loader.load(asked, now);
    const { windows, tables } = input.policy;
    return windows
      .filter(({ governs }) => governs.governs)
      .map(({ window }) => windowAnswer(window, { tables, now, displays, wish: {} }))
      .map(({ title, sentence }) => `${title}: ${sentence}`);
  }
}
