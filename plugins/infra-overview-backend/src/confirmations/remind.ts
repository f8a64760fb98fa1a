import { dueConfirmations, type Instant } from 'backstage-plugin-infra-overview-common';
import type { CallOptions, DocumentSource } from '../documents/DocumentSource';
import type { Teller } from '../drift/Teller';
import { judged, type Digest } from '../observations/look/judged';
import { pageOf } from '../observations/look/page';
import type { Once } from '../observations/store/Once';
import { toOverview } from '../overview/toOverview';
import type { ConfirmationStore } from './ConfirmationStore';

const BATCH = 50;
// Less than a week: the task of a Monday runs a little earlier or later.
const WEEK = 6.5 * 86_400_000;

export interface RemindOptions {
  readonly documents: Pick<DocumentSource, 'load'>;
  readonly confirmations: Pick<ConfirmationStore, 'find'>;
  readonly once: Pick<Once, 'claim' | 'release'>;
  readonly teller: Pick<Teller, 'due'>;
  readonly callOptions: CallOptions;
  readonly now: () => Instant;
  readonly digest: Digest;
  readonly signal: AbortSignal;
}

/** Tells owners what of their projects is past its cadence: once a project and week, whichever replica comes first. */
export async function remind(projects: readonly string[], options: RemindOptions): Promise<void> {
  const { documents, confirmations, callOptions, now, digest, signal } = options;
  for (let start = 0; start < projects.length && !signal.aborted; start += BATCH) {
    const refs = projects.slice(start, start + BATCH);
    const said = await confirmations.find(refs);
    for (const [ref, { set }] of await documents.load(refs, callOptions)) {
      const page = pageOf(toOverview(set, now()));
      const mine = said.filter(({ entityRef }) => entityRef === ref);
      const words = judged(page.effective, mine, { now: now(), digest });
      const due = dueConfirmations(page.effective, words, now()).filter(({ stale }) => stale);
      if (due.length > 0) await tell(page, due.length, options);
      await new Promise(resolve => setImmediate(resolve));
    }
  }
}

async function tell(
  page: ReturnType<typeof pageOf>,
  count: number,
  { once, teller, now }: RemindOptions,
): Promise<void> {
  if (page.owner === undefined) return;
  if (!(await once.claim('reminder', page.entityRef, { now: now(), within: WEEK }))) return;
  const sent = await teller.due(page, count);
  if (sent === 'not-sent') await once.release('reminder', page.entityRef);
}
