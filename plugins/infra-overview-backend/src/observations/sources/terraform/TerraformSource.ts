import type { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import type { ObservationSource, Readiness, SubjectReport, Wanted } from '../../ObservationSource';
import type { StateInput } from './config';
import { COVERS } from './covers';
import { readState, type ReadState, type StateResult } from './readState';
import { readStateText, LARGEST_STATE } from './readStateText';
import { SeenSerials } from './SeenSerials';
import { toObservations } from './toObservations';
import { subjectsOf, type StateSubject } from './subjects';
import { droppedOf, type FindSecrets } from './withoutSecrets';

export interface TerraformSourceOptions {
  readonly states: readonly StateInput[];
  readonly urlReader: UrlReaderService;
  readonly logger: LoggerService;
  readonly now: () => number;
  readonly findSecrets: FindSecrets;
  /** Bytes a state may have. */
  readonly largest?: number;
}

const MOST_DROPPED = 100;

/** States of Terraform and OpenTofu, from files or addresses the operator names. Nothing is run and no provider is asked. */
export class TerraformSource implements ObservationSource {
  readonly id = 'terraform';
  readonly title = 'Terraform';
  readonly platforms: readonly string[] = [];
  readonly covers = COVERS;
  readonly #options: TerraformSourceOptions;
  readonly #serials = new SeenSerials();
  /** Subjects of each state as last read, so that a failure reaches all of them. */
  readonly #subjects = new Map<string, readonly Pick<StateSubject, 'subject' | 'environment'>[]>();

  constructor(options: TerraformSourceOptions) {
    this.#options = options;
  }

  async prepare(_signal: AbortSignal): Promise<Readiness> {
    return this.#options.states.length > 0
      ? { state: 'ready' }
      : { state: 'disabled', reason: 'infraOverview.sources.terraform.states is empty' };
  }

  async *observe(_wanted: readonly Wanted[], signal: AbortSignal): AsyncIterable<SubjectReport> {
    const reported = new Set<string>();
    for (const input of this.#options.states) {
      if (signal.aborted) return;
      for (const report of await this.#look(input, signal)) {
        // Two states may hold one app: the first of the configuration speaks for it.
        if (reported.has(report.subject)) continue;
        reported.add(report.subject);
        yield report;
      }
    }
  }

  async #look(input: StateInput, signal: AbortSignal): Promise<readonly SubjectReport[]> {
    const result = await this.#read(input, signal);
    if (result.outcome === 'refused') return this.#failed(input, result.reason);
    const newer = this.#serials.newerThan(input.id, result.state);
    if (newer !== undefined)
      return this.#failed(
        input,
        `serial ${result.state.serial} is older than ${newer}, seen before`,
      );
    this.#serials.remember(input.id, result.state);
    const subjects = subjectsOf(input, result.state.resources);
    this.#subjects.set(
      input.id,
      subjects.map(({ resources, ...subject }) => subject),
    );
    return subjects.map(subject => this.#report(input, subject, result.state));
  }

  async #read(input: StateInput, signal: AbortSignal): Promise<StateResult> {
    const { urlReader, findSecrets, largest = LARGEST_STATE } = this.#options;
    const text = await readStateText(input.from, { urlReader, signal, largest });
    return text.outcome === 'read' ? readState(text.text, findSecrets) : text;
  }

  #report(
    input: StateInput,
    { resources, ...subject }: StateSubject,
    state: ReadState,
  ): SubjectReport {
    const { parts, dropped } = toObservations(resources, state, this.#options.now());
    const all = [...state.dropped, ...dropped, ...droppedOf(resources)];
    return {
      ...subject,
      group: input.id,
      entityRef: input.entityRef,
      outcome: all.length > 0 ? 'partial' : 'ok',
      parts,
      dropped: shortened(all),
    };
  }

  #failed(input: StateInput, why: string): readonly SubjectReport[] {
    const reason = `Terraform state ${input.id}: ${why}`;
    this.#options.logger.warn(reason);
    const known = this.#subjects.get(input.id) ?? [{ subject: input.id }];
    return known.map(subject => ({
      ...subject,
      group: input.id,
      entityRef: input.entityRef,
      outcome: 'failed',
      reason,
    }));
  }
}

function shortened(dropped: readonly string[]): readonly string[] {
  if (dropped.length <= MOST_DROPPED) return dropped;
  return [...dropped.slice(0, MOST_DROPPED), `and ${dropped.length - MOST_DROPPED} more`];
}
