import type { JsonObject } from '@backstage/types';
import { itemPath } from '../document';
import type { EffectiveInfra, InfraView } from '../effective';
import {
  wantedApps,
  type BoundSubject,
  type ObservedFact,
  type ObservedItem,
  type ObservedPart,
} from '../observed';
import type { Instant } from '../time';
import { ago } from './ago';
import { environmentViews, type EnvironmentViews } from './environmentViews';
import { addonFacts, stageIn, type AddonContext } from './facts/addonFacts';
import { certificateFact } from './facts/certificateFact';
import { environmentFacts } from './facts/environmentFacts';
import type { FactDraft } from './facts/factDraft';
import { processFact } from './facts/processFact';
import { listPath } from './judge/judgeLists';
import { sightingsOf, type SeenItem } from './judge/sightings';
import { declaredItems, twinsOf } from './judge/twins';
import { reasonOf } from './judge/verdict';
import type { SourceLook } from './sourceLook';

export interface ObservedFactsInput {
  readonly effective: EffectiveInfra;
  readonly bound: readonly BoundSubject[];
  readonly sources: readonly SourceLook[];
  /** Shared with driftOf, so that each environment is looked at once. */
  readonly views?: EnvironmentViews;
}

/** What only an observation can know, in words that hold at `now`. Environments that no document names are left out. */
export function observedFacts(input: ObservedFactsInput, now: Instant): readonly ObservedFact[] {
  const views = input.views ?? environmentViews(input.effective);
  const environmentOf = environmentsByApp(input, views);
  const facts: ObservedFact[] = [];
  for (const source of input.sources) {
    if (source.intent) continue;
    for (const bound of input.bound) {
      if (!bound.declared || bound.subject.source !== source.id) continue;
      const view = views(bound.environment);
      const elements = lazily(() => elementsOf(view, bound));
      for (const part of bound.subject.parts) {
        for (const { path, draft, item } of draftsOf(part, view, elements, environmentOf, now)) {
          const deepLink = item?.deepLink ?? part.deepLink;
          facts.push({
            path,
            environment: bound.environment,
            ...judgedDraft(draft, source, bound, part, now),
            source: source.id,
            at: part.at,
            ...(deepLink !== undefined && { deepLink }),
          });
        }
      }
    }
  }
  return facts;
}

interface Drafted {
  readonly path: string;
  readonly draft: FactDraft;
  readonly item?: ObservedItem;
}

function draftsOf(
  part: ObservedPart,
  view: InfraView,
  elements: () => Elements,
  environmentOf: AddonContext['environmentOf'],
  now: Instant,
): readonly Drafted[] {
  const drafts: Drafted[] = environmentFacts(part.fields, now).map(draft => ({
    path: itemPath('environments', view.environment),
    draft,
  }));
  for (const item of part.items) {
    if (item.suggestion) continue;
    const context = { view, id: () => elements().idOf(item), environmentOf };
    for (const draft of itemDrafts(item, context, now))
      drafts.push({ path: elements().pathOf(item), draft, item });
  }
  return drafts;
}

function itemDrafts(item: ObservedItem, context: AddonContext, now: Instant): readonly FactDraft[] {
  switch (item.list) {
    case 'addons':
      return addonFacts(item.fields, context, now);
    case 'domains':
      return [certificateFact(item.fields, now)].filter(fact => fact !== undefined);
    case 'processes':
      return [processFact(item.name.replace(/\.\d+$/, ''), item.fields)].filter(
        fact => fact !== undefined,
      );
    case 'backups':
    case 'observability.logs':
    case 'credentialLocations':
    case 'jobs':
      return [];
    default:
      throw new Error(item.list satisfies never);
  }
}

/** Old news is told as such, and is no good news any more. */
function judgedDraft(
  draft: FactDraft,
  source: SourceLook,
  { subject }: BoundSubject,
  { at }: ObservedPart,
  now: Instant,
): FactDraft {
  const isFailed = source.failed !== undefined || reasonOf(source, subject.subject) !== undefined;
  const isOld = !(now - at <= source.maxAge);
  if (!isFailed && !isOld) return draft;
  const isGood = draft.tone === 'good' || draft.tone === 'neutral';
  return {
    ...draft,
    words: `${draft.words} (looked ${ago(at, now)})`,
    tone: isGood ? 'unknown' : draft.tone,
  };
}

interface Elements {
  pathOf(item: ObservedItem): string;
  idOf(item: ObservedItem): string | undefined;
}

/** Most of what is seen is no fact of its own: twins are looked for when one is. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Where the document has what a source calls by a name of its own. */
function elementsOf(view: InfraView, bound: BoundSubject): Elements {
  const { items } = sightingsOf([bound]);
  const known = new Map<string, JsonObject>();
  const document = view.document as unknown as JsonObject;
  const [environment] = declaredItems(document.environments);
  for (const list of ['addons', 'domains', 'processes'] as const) {
    const holder = list === 'processes' ? environment : document;
    const seen = items.filter(item => item.list === list);
    const { pairs } = twinsOf(list, declaredItems(holder?.[list]), seen, undefined);
    for (const pair of pairs) known.set(keyOf(list, pair.seen), pair.item);
  }
  const twinOf = (item: ObservedItem) => {
    const seen = items.find(each => each.list === item.list && sameSeen(each, item));
    return seen === undefined ? undefined : known.get(keyOf(item.list, seen));
  };
  const keyIn = (item: ObservedItem) => {
    const twin = twinOf(item);
    const key = item.list === 'processes' ? twin?.name : twin?.id;
    return typeof key === 'string' ? key : undefined;
  };
  return {
    pathOf: item => itemPath(listPath(item.list, view.environment), keyIn(item) ?? item.name),
    idOf: keyIn,
  };
}

function keyOf(list: string, { name }: SeenItem): string {
  return JSON.stringify([list, name]);
}

function sameSeen(seen: SeenItem, item: ObservedItem): boolean {
  return (
    seen.name === item.name || (item.list === 'processes' && item.name.startsWith(`${seen.name}.`))
  );
}

/** As the document names apps, else as they were bound. */
function environmentsByApp(
  { effective, bound }: ObservedFactsInput,
  views: EnvironmentViews,
): AddonContext['environmentOf'] {
  const names = new Map<string, string>();
  for (const { environment, declared, subject } of bound)
    if (declared) names.set(subject.subject.toLowerCase(), environment);
  for (const { app, environment } of wantedApps(effective))
    names.set(app.toLowerCase(), environment);
  return app => {
    const name = names.get(app.toLowerCase());
    return name === undefined ? undefined : { name, stage: stageIn(views(name)) };
  };
}
