import { itemsOf } from '../../document';
import { stageOf, type InfraView } from '../../effective';
import { dayWords } from '../../freshness';
import { describeFrequency } from '../../overview';
import type { ObservedFields } from '../../observed';
import { durationMilliseconds, instantText, type Instant } from '../../time';
import { ago } from '../ago';
import { sizeWords } from './bytes';
import { flagOf, instantOf, numberOf, textOf, type FactDraft } from './factDraft';

export interface AddonContext {
  readonly view: InfraView;
  /** Its id in the document; undefined where nobody declared it. */
  readonly id: () => string | undefined;
  /** The environment an app belongs to, and its stage. */
  readonly environmentOf: (
    app: string,
  ) => { readonly name: string; readonly stage: string } | undefined;
}

export function addonFacts(
  fields: ObservedFields,
  context: AddonContext,
  now: Instant,
): readonly FactDraft[] {
  return [
    state(fields),
    lastBackup(fields, context, now),
    lastRestore(fields, context),
    price(fields),
  ].filter(fact => fact !== undefined);
}

function state(fields: ObservedFields): FactDraft | undefined {
  const value = textOf(fields, 'observed.state');
  if (value === undefined) return undefined;
  const tones: Readonly<Record<string, FactDraft['tone']>> = {
    provisioned: 'good',
    available: 'good',
    provisioning: 'neutral',
    deprovisioned: 'bad',
  };
  const tone = Object.hasOwn(tones, value.toLowerCase()) ? tones[value.toLowerCase()] : undefined;
  return { kind: 'state', words: value, value, tone: tone ?? 'neutral' };
}

function price(fields: ObservedFields): FactDraft | undefined {
  const value = textOf(fields, 'observed.price');
  return value === undefined
    ? undefined
    : { kind: 'price', words: `costs ${value}`, value, tone: 'neutral' };
}

function lastBackup(
  fields: ObservedFields,
  context: AddonContext,
  now: Instant,
): FactDraft | undefined {
  const at = instantOf(fields, 'observed.lastBackup');
  if (at === undefined) return undefined;
  const base = { kind: 'last-backup', value: instantText(at) };
  const when = `last backup ${ago(at, now)}`;
  const size = numberOf(fields, 'observed.lastBackupSize');
  const [name, amount] = [
    textOf(fields, 'observed.lastBackupName'),
    size === undefined ? undefined : sizeWords(size),
  ];
  if (flagOf(fields, 'observed.lastBackupSucceeded') === false)
    return {
      ...base,
      words: `${when} failed${name === undefined ? '' : ` (${name})`}`,
      tone: 'bad',
    };
  const frequency = declaredFrequency(context);
  const lasts = frequency === undefined ? undefined : durationMilliseconds(frequency);
  const isLate = lasts !== undefined && now - at > 2 * lasts;
  const details = [
    amount,
    isLate && frequency !== undefined && `declared ${describeFrequency(frequency)}`,
  ].filter(text => typeof text === 'string');
  return {
    ...base,
    words: [when, ...details].join(', '),
    tone: isLate ? 'warning' : 'good',
  };
}

/** The shortest of those declared for this data: what the newest backup is held against. */
function declaredFrequency({ view, id: idOf }: AddonContext): string | undefined {
  const id = idOf();
  let shortest: string | undefined;
  for (const { of, frequency } of itemsOf(view.document.backups)) {
    if (id === undefined || of !== id || frequency === undefined) continue;
    const lengths = [frequency, shortest].map(each =>
      each === undefined ? Infinity : (durationMilliseconds(each) ?? Infinity),
    );
    if ((lengths[0] ?? Infinity) < (lengths[1] ?? Infinity)) shortest = frequency;
  }
  return shortest;
}

/** A restore proves a backup, if it was not into the place the data comes from. */
function lastRestore(
  fields: ObservedFields,
  { environmentOf }: AddonContext,
): FactDraft | undefined {
  const at = instantOf(fields, 'observed.lastRestore');
  if (at === undefined) return undefined;
  const app = textOf(fields, 'observed.lastRestoreTo');
  const into = app === undefined ? undefined : environmentOf(app);
  const place = into?.name ?? app;
  const isProof = into !== undefined && into.stage !== 'production';
  return {
    kind: 'last-restore',
    words: `restored from backup${place === undefined ? '' : ` into ${place}`} on ${dayWords(at)}`,
    value: instantText(at),
    tone: isProof ? 'good' : 'neutral',
  };
}

export function stageIn(view: InfraView): string {
  const [environment] = itemsOf(view.document.environments);
  return stageOf(environment ?? { name: view.environment }).stage;
}
