import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant, ReadinessVerdict } from 'backstage-plugin-deploy-windows-common/evaluator';
import { verdictOf } from 'backstage-plugin-deploy-windows-common/readiness';
import type { KnownTarget } from '../../policy/TargetDirectory';
import type { Epoch } from '../../runtime/Epoch';
import type { GateVerdict, ReadinessTable } from '../../runtime/ReadinessTable';
import type { Assessments } from '../assessment/Assessments';
import { openMusts } from '../assessment/settle';

export interface ReadinessGateOptions {
  readonly assessments: Pick<Assessments, 'load'>;
  /** Milliseconds; facts that were read longer ago are not known. */
  readonly maxFactsAge: number;
  /** Resolves when an answer would come too late. */
  readonly patience: () => Promise<void>;
  readonly logger: LoggerService;
}

/** What readiness says of a target to the decision. What is not known is left out, and counts as that. */
export class ReadinessGate {
  readonly #options: ReadinessGateOptions;

  constructor(options: ReadinessGateOptions) {
    this.#options = options;
  }

  /** Costs no query, unless time has changed the verdict since it was stored, or will have by `at`. */
  async verdictAt(
    target: KnownTarget,
    table: ReadinessTable,
    { readinessReadAt: readAt }: Epoch,
    { now, at }: { readonly now: Instant; readonly at: Instant },
  ): Promise<ReadinessVerdict | undefined> {
    const { maxFactsAge } = this.#options;
    const key = subjectKey(target);
    const stored = table.get(key);
    if (stored === undefined || readAt === undefined) return undefined;
    const until = stored.validUntil ?? Infinity;
    const found = at < until ? stored : await this.#derive(key, at);
    if (found === undefined) return undefined;
    // A plan is answered by the facts of today; whether they are still known then, nobody can say.
    const factsUntil = (at > now ? at : readAt) + maxFactsAge;
    const isOld = now - readAt > maxFactsAge;
    return {
      subject: target.key,
      verdict: found.verdict,
      openMust: found.open.map(({ checkId, title, status, checklists }) => ({
        id: checkId,
        title,
        status,
        ...(checklists.length > 0 && { checklists }),
      })),
      evaluatedAt: Math.max(readAt, found.judgedAt),
      validUntil: isOld ? readAt + maxFactsAge : Math.min(found.validUntil ?? Infinity, factsUntil),
    };
  }

  async #derive(key: string, at: Instant): Promise<GateVerdict | undefined> {
    const { assessments, patience, logger } = this.#options;
    try {
      const loaded = await Promise.race([assessments.load([key]), patience()]);
      const [found] = loaded ?? [];
      if (found === undefined) return undefined;
      const verdict = verdictOf(found.subject, found.layers, at);
      return {
        verdict: verdict.verdict,
        open: openMusts(verdict),
        judgedAt: found.readAt,
        ...(verdict.validUntil !== undefined && { validUntil: verdict.validUntil }),
      };
    } catch (error) {
      logger.warn(`The readiness of ${key} could not be worked out`, error as Error);
      return undefined;
    }
  }
}

function subjectKey({ entityRef, environment }: KnownTarget): string {
  return `${entityRef}#${environment.toLowerCase()}`;
}
