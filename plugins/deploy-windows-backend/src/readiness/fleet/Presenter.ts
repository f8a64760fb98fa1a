import {
  canonicalJson,
  type Gate,
  type Instant,
  type PresentContext,
  type Subject,
  type SubjectContext,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';
import type { SubjectOutline } from '../assessment/Assessments';
import type { Gates } from './Gates';
import type { Names, Seen } from './Names';

export interface PresenterDeps {
  readonly names: Names;
  readonly gates: Gates;
  readonly digest: (text: string) => string;
  /** Milliseconds; facts that were read longer ago are said to be old. */
  readonly maxFactsAge: number;
}

/** What answers need to know besides what was judged. */
export class Presenter {
  readonly #deps: PresenterDeps;

  constructor(deps: PresenterDeps) {
    this.#deps = deps;
  }

  /** Who in these values may be named to the caller. */
  seenIn(values: readonly unknown[], options: CallOptions): Promise<Seen> {
    return this.#deps.names.seenIn(values, options);
  }

  gates(now: Instant): Promise<(key: string) => Gate> {
    return this.#deps.gates.at(now);
  }

  context(now: Instant, seen: Seen | undefined): PresentContext {
    return {
      now,
      ...(seen && { titles: seen.titles }),
      fingerprint: facts => this.#deps.digest(canonicalJson(facts)),
    };
  }

  ofSubject(
    outline: SubjectOutline,
    {
      now,
      seen,
      gate,
      readAt,
      subject,
    }: {
      readonly now: Instant;
      readonly seen?: Seen;
      readonly gate: Gate;
      readonly readAt: Instant;
      readonly subject: Subject;
    },
  ): SubjectContext {
    const { ownerRef, systemRef, domainRef } = outline;
    return {
      ...this.context(now, seen),
      subject,
      ...(ownerRef !== undefined && { owner: ownerRef }),
      ...(systemRef !== undefined && { system: systemRef }),
      ...(domainRef !== undefined && { domain: domainRef }),
      factsReadAt: readAt,
      maxFactsAge: this.#deps.maxFactsAge,
      gate,
    };
  }
}
