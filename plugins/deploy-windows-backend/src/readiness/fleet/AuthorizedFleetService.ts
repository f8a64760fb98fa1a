import { NotAllowedError } from '@backstage/errors';
import {
  readinessExportPermission,
  type CheckSubjectsAnswer,
  type HistoryAnswer,
  type RollupAnswer,
  type RollupQuery,
  type SubjectsAnswer,
  type SubjectsQuery,
  type TrendAnswer,
  type TrendQuery,
} from 'backstage-plugin-deploy-windows-common';
import { groupsAbove, type OrgGraph } from 'backstage-plugin-deploy-windows-common/readiness';
import type { Access } from '../../access/Access';
import type { CallOptions } from '../../api/route';
import type { Standing } from './FleetReader';
import type { CheckSubjectsQuery, Exported, FleetService } from './FleetService';
import type { Readable } from './Readable';

/** Only what the caller may read is listed, and counted. */
export class AuthorizedFleetService {
  readonly #inner: FleetService;
  readonly #deps: {
    readonly access: Access;
    readonly readable: Readable;
    readonly org: () => Promise<OrgGraph>;
  };

  constructor(
    inner: FleetService,
    deps: {
      readonly access: Access;
      readonly readable: Readable;
      readonly org: () => Promise<OrgGraph>;
    },
  ) {
    this.#inner = inner;
    this.#deps = deps;
  }

  async subjects(query: SubjectsQuery, options: CallOptions): Promise<SubjectsAnswer> {
    return this.#inner.subjects(query, await this.#services(options), options);
  }

  async checkSubjects(
    checkId: string,
    query: CheckSubjectsQuery,
    options: CallOptions,
  ): Promise<CheckSubjectsAnswer> {
    return this.#inner.checkSubjects(checkId, query, await this.#seen(options), options);
  }

  async rollup(query: RollupQuery, options: CallOptions): Promise<RollupAnswer> {
    return this.#inner.rollup(query, await this.#services(options), options);
  }

  /** Days are counted for everybody at once, so they are for those who may read everything that is counted. */
  async trend(query: TrendQuery, options: CallOptions): Promise<TrendAnswer> {
    const ref = query.ref?.toLowerCase();
    const org = await this.#deps.org();
    const counted = (await this.#inner.standings()).filter(
      standing => isService(standing) && (ref === undefined || isOf(standing, ref, org)),
    );
    const seen = await this.#deps.readable.among(counted, options);
    if (seen.length < counted.length)
      throw Object.assign(
        new NotAllowedError(
          `This counts ${counted.length} services, and you may read ${seen.length} of them. Ask about one of your groups.`,
        ),
        { code: 'NOT_PERMITTED' },
      );
    return this.#inner.trend(query, options);
  }

  async history(
    key: string,
    query: { readonly check?: string; readonly cursor?: string },
    options: CallOptions,
  ): Promise<HistoryAnswer> {
    return this.#inner.history(await this.#deps.readable.one(key, options), query, options);
  }

  async exported(
    kind: 'csv' | 'json' | 'md',
    query: SubjectsQuery,
    options: CallOptions,
  ): Promise<Exported> {
    await this.#deps.access.requireBasic(readinessExportPermission, options);
    return this.#inner.exported(kind, query, await this.#services(options), options);
  }

  async #services(options: CallOptions): Promise<readonly Standing[]> {
    return (await this.#seen(options)).filter(isService);
  }

  async #seen(options: CallOptions): Promise<readonly Standing[]> {
    return this.#deps.readable.among(await this.#inner.standings(), options);
  }
}

/** A group is asked about its list alone; it is no service, and counts as none. */
function isService({ environment }: Standing): boolean {
  return environment !== undefined;
}

function isOf({ ownerRef, systemRef, domainRef }: Standing, ref: string, org: OrgGraph): boolean {
  if (systemRef === ref || domainRef === ref || ownerRef === ref) return true;
  return ownerRef !== undefined && groupsAbove(org, ownerRef).includes(ref);
}
