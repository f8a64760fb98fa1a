import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';
import { unavailable } from '../api/coded';
import type { Epoch } from './Epoch';

export class DatabaseEpochSource {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  /** @throws ServiceUnavailableError when the database does not answer: nothing remembered is passed off as an answer */
  async read(): Promise<Epoch> {
    try {
      const row = await this.#knex('policy_epoch')
        .where({ id: 1 })
        .first('epoch', 'policy_version', 'read_at', 'readiness_version', 'readiness_read_at');
      if (row === undefined) throw new ServiceUnavailableError('The table of the epoch is empty');
      return {
        epoch: Number(row.epoch),
        policyVersion: Number(row.policy_version),
        readinessVersion: Number(row.readiness_version),
        ...(row.read_at !== null && { readAt: Number(row.read_at) }),
        ...(row.readiness_read_at !== null && { readinessReadAt: Number(row.readiness_read_at) }),
      };
    } catch (cause) {
      const error = unavailable(
        'DATABASE_UNAVAILABLE',
        'The database of deploy windows does not answer, so nothing can be decided',
      );
      throw Object.assign(error, { cause });
    }
  }
}
