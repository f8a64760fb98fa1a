import {
  decisionReadPermission,
  instantText,
  type StatusAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { EVALUATOR, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { DeployWindowsConfig } from '../config';
import type { DefaultInputLoader } from '../decision/DefaultInputLoader';
import { ageText } from '../display/ageText';
import type { Epoch } from '../runtime/Epoch';
import type { ClockSkew } from './ClockSkew';
import { isOlder } from './isOlder';
import type { StatusProblem, StatusService } from './StatusService';

export interface DefaultStatusServiceOptions {
  readonly loader: Pick<DefaultInputLoader, 'world'>;
  readonly access: Access;
  readonly skew: ClockSkew;
  readonly tzdata: () => string;
  readonly disputedZones: () => Promise<readonly string[]>;
  /** What the rooms complain of: calendars that cannot be read, tasks that are late. */
  readonly problems: () => Promise<readonly StatusProblem[]>;
  readonly config: Pick<DeployWindowsConfig, 'snapshot' | 'tzdata'>;
}

export class DefaultStatusService implements StatusService {
  readonly #options: DefaultStatusServiceOptions;

  constructor(options: DefaultStatusServiceOptions) {
    this.#options = options;
  }

  async status(options: CallOptions): Promise<StatusAnswer> {
    const { loader, skew, tzdata, disputedZones, problems, config } = this.#options;
    const world = await loader.world();
    const version = tzdata();
    const { minimum } = config.tzdata;
    const { readAt, epoch } = world.epoch;
    return {
      now: instantText(options.now),
      evaluator: EVALUATOR,
      tzdata: {
        version,
        isOld: isOlder(version, minimum),
        disputedZones: [...(await disputedZones())],
        ...(minimum !== undefined && { minimum }),
      },
      policy: {
        state: stateOf(world.epoch, config.snapshot, options.now),
        epoch,
        targets: world.directory.targets.length,
        ...(readAt !== undefined && {
          readAt: instantText(readAt),
          age: ageText(options.now - readAt),
        }),
      },
      clockSkew: { milliseconds: skew.milliseconds, state: skew.state },
      problems: [...(await this.#visible(world.directory, options)), ...(await problems())],
    };
  }

  /** A complaint about a document names an entity, so it is for those who may see that entity. */
  async #visible(
    directory: Awaited<ReturnType<DefaultInputLoader['world']>>['directory'],
    options: CallOptions,
  ): Promise<readonly StatusProblem[]> {
    const asked = directory.problems.flatMap(problem => {
      const facts = directory.facts(problem.source);
      return facts ? [{ facts, problem }] : [];
    });
    const seen = await this.#options.access.permitted(decisionReadPermission, asked, options);
    return seen.map(({ problem }) => problem);
  }
}

function stateOf(
  { readAt }: Epoch,
  { staleAfter, maxAge }: DeployWindowsConfig['snapshot'],
  now: Instant,
): StatusAnswer['policy']['state'] {
  if (readAt === undefined) return 'never';
  const age = now - readAt;
  if (age > maxAge) return 'too-old';
  return age > staleAfter ? 'stale' : 'fresh';
}
