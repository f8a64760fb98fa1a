import type {
  CompareAnswer,
  RefreshAnswer,
  SubjectAnswer,
  VerdictAnswer,
  VerdictQuery,
  VerdictsAnswer,
  VerdictsWish,
} from 'backstage-plugin-deploy-windows-common';
import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';
import type { Assessments, SubjectOutline } from '../assessment/Assessments';
import type { Readable } from './Readable';
import { spokenOf } from './spokenOf';
import type { SubjectService } from './SubjectService';

export class AuthorizedSubjectService {
  readonly #inner: SubjectService;
  readonly #readable: Readable;
  readonly #assessments: Pick<Assessments, 'outlines'>;

  constructor(
    inner: SubjectService,
    deps: { readonly readable: Readable; readonly assessments: Pick<Assessments, 'outlines'> },
  ) {
    this.#inner = inner;
    this.#readable = deps.readable;
    this.#assessments = deps.assessments;
  }

  async verdict(
    { entity, environment, at }: VerdictQuery,
    options: CallOptions,
  ): Promise<VerdictAnswer> {
    const outline = await this.#readable.one(`${entity}#${environment}`, options);
    return this.#inner.verdict(outline, at, options);
  }

  /** A target that is not there and one that the caller may not see are the same to the caller. */
  async verdicts({ targets, at }: VerdictsWish, options: CallOptions): Promise<VerdictsAnswer> {
    const find = spokenOf(await this.#assessments.outlines());
    const found = targets.map(find);
    const wanted = [...new Set(found.flatMap(outline => outline ?? []))];
    const seen = new Set(await this.#readable.among(wanted, options));
    const shown = found.map(outline => (outline && seen.has(outline) ? outline : undefined));
    const verdicts = await this.#inner.verdicts(shown, at, options);
    return {
      results: targets.map(({ entity, environment }, index) => {
        const verdict = verdicts[index];
        return {
          entity,
          ...(environment !== undefined && { environment }),
          ...(verdict ? { verdict } : { error: unknown(entity, environment) }),
        };
      }),
    };
  }

  async subject(key: SubjectKey, options: CallOptions): Promise<SubjectAnswer> {
    const outline = await this.#readable.one(key, options);
    return this.#inner.subject(outline, await this.#siblings(outline, options), options);
  }

  async compare(a: SubjectKey, b: SubjectKey, options: CallOptions): Promise<CompareAnswer> {
    const left = await this.#readable.one(a, options);
    const right = await this.#readable.one(b, options);
    return this.#inner.compare(left, right, options);
  }

  async refresh(key: SubjectKey, options: CallOptions): Promise<RefreshAnswer> {
    const outline = await this.#readable.one(key, options);
    return this.#inner.refresh(outline, await this.#siblings(outline, options), options);
  }

  async #siblings(
    { entityRef }: SubjectOutline,
    options: CallOptions,
  ): Promise<readonly SubjectOutline[]> {
    const outlines = await this.#assessments.outlines();
    return this.#readable.among(
      outlines.filter(outline => outline.entityRef === entityRef),
      options,
    );
  }
}

function unknown(entity: string, environment: string | undefined) {
  const place = environment === undefined ? entity : `${entity} in ${environment}`;
  return {
    code: 'UNKNOWN_SUBJECT',
    message: `${place} is not judged here, or you may not see it.`,
  };
}
