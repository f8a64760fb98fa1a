import { decisionReadPermission, describeSchedule } from 'backstage-plugin-deploy-windows-common';
import type { Instant, TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { DeployWindowsConfig } from '../config';
import type { DecisionLogStore } from '../decision/DecisionLogStore';
import type { Displays } from '../display/Displays';
import type { DeploymentStore } from '../log/DeploymentStore';
import { stateOf } from '../overrides/overrideAnswer';
import type { OverrideStore } from '../overrides/OverrideStore';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';
import type { RuntimeSource } from '../runtime/Runtime';
import { allWindows, entityOfLevel } from '../zones/allWindows';
import { allPages, type Wanted } from './allPages';
import { COLUMNS } from './columns';
import { csv, type CsvRow } from './csv';
import type { Exported, ExportName, ExportQuery, ExportService } from './ExportService';
import { timeColumns, type TimeColumns } from './localTexts';

export interface DefaultExportServiceDeps {
  readonly decisions: Pick<DecisionLogStore, 'list'>;
  readonly deployments: Pick<DeploymentStore, 'list'>;
  readonly overrides: Pick<OverrideStore, 'page'>;
  readonly access: Access;
  readonly directory: TargetDirectory;
  readonly runtime: RuntimeSource;
  readonly displays: Displays;
  readonly config: Pick<DeployWindowsConfig, 'defaultsOf'>;
}

interface Asked extends Wanted {
  readonly zoneOf: (target: TargetKey) => string;
  readonly times: TimeColumns;
  readonly now: Instant;
}

export class DefaultExportService implements ExportService {
  readonly #deps: DefaultExportServiceDeps;

  constructor(deps: DefaultExportServiceDeps) {
    this.#deps = deps;
  }

  async export(name: ExportName, query: ExportQuery, options: CallOptions): Promise<Exported> {
    const rows =
      name === 'windows'
        ? await this.#windows(query, options)
        : await this.#log(name, await this.#asked(query, options));
    return { content: csv(COLUMNS[name], rows), rows: rows.length };
  }

  async #log(name: Exclude<ExportName, 'windows'>, asked: Asked): Promise<readonly CsvRow[]> {
    switch (name) {
      case 'decisions':
        return this.#decisions(asked);
      case 'deployments':
        return this.#deployments(asked);
      case 'overrides':
        return this.#overrides(asked);
      default:
        throw new Error(name satisfies never);
    }
  }

  async #decisions({ times, zoneOf, ...asked }: Asked): Promise<readonly CsvRow[]> {
    const found = await allPages(
      part => this.#deps.decisions.list(part),
      asked,
      ({ target }) => target,
    );
    return found.map(
      ({
        id,
        at,
        target,
        changeType,
        principal,
        purpose,
        outcome,
        codes,
        overrideId,
        inputsHash,
        tzdata,
        evaluator,
      }) => {
        const zone = zoneOf(target);
        return {
          id,
          ...times('at', Date.parse(at), zone),
          zone,
          target,
          change_type: changeType,
          principal,
          purpose,
          outcome,
          codes: codes.join(' '),
          override: overrideId,
          inputs_hash: inputsHash,
          tzdata,
          evaluator,
        };
      },
    );
  }

  async #deployments({ times, zoneOf, ...asked }: Asked): Promise<readonly CsvRow[]> {
    const found = await allPages(
      part => this.#deps.deployments.list(part),
      asked,
      ({ target }) => target,
    );
    return found.map(
      ({
        id,
        target,
        changeType,
        version,
        source,
        externalId,
        by,
        permitId,
        unpermitted,
        startedAt,
        finishedAt,
        result,
        note,
        causedErrors,
      }) => {
        const zone = zoneOf(target);
        return {
          id,
          ...times('started', startedAt, zone),
          ...times('finished', finishedAt, zone),
          zone,
          target,
          change_type: changeType,
          version,
          result,
          source,
          external_id: externalId,
          by,
          permit: permitId,
          unpermitted,
          caused_errors: causedErrors,
          note,
        };
      },
    );
  }

  async #overrides({ times, zoneOf, now, ...asked }: Asked): Promise<readonly CsvRow[]> {
    const found = await allPages(
      part => this.#deps.overrides.page(part),
      asked,
      ({ override }) => override.target,
    );
    return found.map(({ override, requestedAt, reviewDueAt, reviewedBy }) => {
      const {
        id,
        target,
        start,
        end,
        use,
        emergency,
        rules,
        reason,
        ticket,
        requestedBy,
        approvedBy,
        usableBy,
        consumedAt,
        revokedAt,
      } = override;
      const zone = zoneOf(target);
      return {
        id,
        ...times('requested', requestedAt, zone),
        ...times('start', start, zone),
        ...times('end', end, zone),
        ...times('used', consumedAt, zone),
        ...times('revoked', revokedAt, zone),
        ...times('review_due', reviewDueAt, zone),
        zone,
        target,
        state: stateOf(override, now),
        rules: rules.join(' '),
        use,
        emergency: emergency === true,
        reason,
        ticket,
        requested_by: requestedBy,
        approved_by: approvedBy,
        usable_by: usableBy.join(' '),
        reviewed_by: reviewedBy,
      };
    });
  }

  async #windows(query: ExportQuery, options: CallOptions): Promise<readonly CsvRow[]> {
    const { runtime, directory, access, config, displays } = this.#deps;
    const times = timeColumns(options.now);
    const targets = await this.#targets(query);
    const levels = new Set(targets.flatMap(({ chain }) => chain.map(({ entityRef }) => entityRef)));
    const { windows } = await runtime.runtime(options.now);
    const asked = [];
    for (const { window } of allWindows(targets, windows, config.defaultsOf)) {
      const entityRef = entityOfLevel(window.level);
      const facts = levels.has(entityRef) ? await directory.facts(entityRef) : undefined;
      if (facts) asked.push({ facts, window });
    }
    const seen = await access.permitted(decisionReadPermission, asked, options);
    return seen.map(({ window }) => {
      const zone =
        query.zone === undefined ? displays.inZone(window.timeZone).zone : displays.of(query).zone;
      const { key, level, kind, title, reason, owner, origin, hard, version, expiresAt, reviewAt } =
        window;
      return {
        key,
        level,
        kind,
        title,
        reason,
        owner,
        origin,
        schedule: describeSchedule(window),
        zone,
        hard: hard === true,
        version,
        ...times('expires', expiresAt, zone),
        ...times('review', reviewAt, zone),
      };
    });
  }

  async #asked(query: ExportQuery, options: CallOptions): Promise<Asked> {
    const { access, displays } = this.#deps;
    const targets = await this.#targets(query);
    const seen = await access.permitted(decisionReadPermission, targets, options);
    const byKey = new Map(seen.map(target => [target.key, target]));
    // A row may be of an environment that is no longer declared; its entity decides then.
    const entities = new Set(seen.map(({ entityRef }) => entityRef));
    const isFiltered =
      query.entity !== undefined || query.environment !== undefined || query.owner !== undefined;
    return {
      ...(isFiltered && { targets: [...byKey.keys()] }),
      sees: key => byKey.has(key) || (!isFiltered && entities.has(entityOfLevel(key))),
      zoneOf: key => displays.of(query, byKey.get(key)).zone,
      times: timeColumns(options.now),
      now: options.now,
    };
  }

  async #targets({ entity, environment, owner }: ExportQuery): Promise<readonly KnownTarget[]> {
    const targets =
      entity === undefined
        ? await this.#deps.directory.all()
        : await this.#deps.directory.ofEntity(entity.toLowerCase());
    return targets.filter(
      target =>
        (environment === undefined || target.environment === environment) &&
        (owner === undefined || target.facts.owner === owner.toLowerCase()),
    );
  }
}
