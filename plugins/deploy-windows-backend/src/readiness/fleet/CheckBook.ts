import type { CheckDefinition } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Assessments } from '../assessment/Assessments';
import type { FleetReader } from './FleetReader';

/** The words of checks by their ids: from the packs, and what documents ask themselves from what was asked. */
export class CheckBook {
  readonly #assessments: Pick<Assessments, 'packs'>;
  readonly #reader: Pick<FleetReader, 'definitions'>;

  constructor(deps: {
    readonly assessments: Pick<Assessments, 'packs'>;
    readonly reader: Pick<FleetReader, 'definitions'>;
  }) {
    this.#assessments = deps.assessments;
    this.#reader = deps.reader;
  }

  async of(ids: readonly string[]): Promise<ReadonlyMap<string, CheckDefinition>> {
    const { packs } = this.#assessments.packs();
    const known = new Map(
      packs.flatMap(({ checks }) => checks.map(check => [check.id, check] as const)),
    );
    const missing = [...new Set(ids)].filter(id => !known.has(id));
    return new Map([...known, ...(await this.#reader.definitions(missing))]);
  }
}
