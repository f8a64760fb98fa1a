import type { PackAnswer, PacksAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  packAnswer,
  packId,
  shippedPacks,
  type Pack,
  type PackProblem,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { notFound } from '../../api/coded';
import type { Assessments } from '../assessment/Assessments';

/** The words of checks: the same for everybody who is signed in. */
export class PackService {
  readonly #assessments: Pick<Assessments, 'packs'>;
  #shipped: ReadonlySet<string> | undefined;

  constructor(assessments: Pick<Assessments, 'packs'>) {
    this.#assessments = assessments;
  }

  packs(): PacksAnswer {
    const { packs, problems } = this.#assessments.packs();
    return {
      packs: packs.map(pack => {
        const { checks, ...rest } = this.#answer(pack, problems);
        return { ...rest, checks: checks.length };
      }),
      refused: problems
        .filter(({ severity }) => severity === 'refused')
        .map(({ file, line, message }) => ({
          file,
          ...(line !== undefined && { line }),
          message,
        })),
    };
  }

  /** By `name@version`, or the newest of that name. @throws NotFoundError */
  pack(wanted: string): PackAnswer {
    const { packs, problems } = this.#assessments.packs();
    const named = packs.filter(({ name }) => name === wanted);
    const found =
      packs.find(pack => packId(pack) === wanted) ??
      [...named].sort((a, b) => b.version - a.version)[0];
    if (found === undefined)
      throw notFound(
        'UNKNOWN_PACK',
        `There is no pack ${wanted}; there are ${packs.map(packId).join(', ')}.`,
      );
    return this.#answer(found, problems);
  }

  #answer(pack: Pack, problems: readonly PackProblem[]): PackAnswer {
    const ids = new Set(pack.checks.map(({ id }) => id));
    // Reading them takes a while, and they never change.
    this.#shipped ??= new Set(shippedPacks().flatMap(read => read.pack?.text ?? []));
    return packAnswer(pack, {
      from: this.#shipped.has(pack.text) ? 'shipped' : 'configuration',
      problems: problems.filter(
        ({ severity, check }) => severity !== 'refused' && check !== undefined && ids.has(check),
      ),
    });
  }
}
