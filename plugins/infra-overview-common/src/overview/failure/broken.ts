import { itemPath } from '../../document';
import type { InfraView } from '../../effective';
import { locate } from '../element/locate';
import { environmentOf } from '../environmentOf';
import { activeItems } from '../facts';
import { productName } from '../words/productName';
import { inWords } from '../words/sentence';
import { storeLabel } from '../words/wordLabels';
import { isSoldBy, platformKeys } from './needs';
import { resourceName } from './resourceName';
import type { Part, Parts } from './parts';

/** What goes down: one part, or everything a third party is behind. */
export interface Broken {
  readonly title: string;
  readonly parts: readonly Part[];
  /** Of people and rooms that are told through it. */
  readonly provider?: string;
}

/** A credential is lost; everything else goes down. */
export function failureEvent(of: string): 'goes down' | 'is lost' {
  return of.startsWith('credentialLocations[') ? 'is lost' : 'goes down';
}

const SHARED = /^(platform|product|provider|resource|store|account):(.+)$/;

/** A thing several projects stand on, as the fleet names it: `platform:heroku`. */
export function sharedThing(
  of: string,
): { readonly kind: string; readonly name: string } | undefined {
  const [, kind, name] = SHARED.exec(of) ?? [];
  return kind === undefined || name === undefined
    ? undefined
    : { kind, name: name.trim().toLocaleLowerCase('en-US') };
}

/** Reads what was asked about: a fact path, or a shared thing. */
export function brokenBy(view: InfraView, parts: Parts, of: string): Broken | undefined {
  const shared = sharedThing(of);
  if (shared !== undefined) return sharedBroken(view, parts, shared);
  const part = partAt(view, parts, of);
  return part && { title: part.title, parts: [part] };
}

function partAt(view: InfraView, { all }: Parts, path: string): Part | undefined {
  const exact = all.get(path);
  if (exact !== undefined) return exact;
  if (/^environments\[.*\]\.hosting(\.|$)/.test(path)) {
    const environment = environmentOf(view);
    const isThis = environment && path.startsWith(`${itemPath('environments', environment.name)}.`);
    const [key = ''] = isThis ? platformKeys(view, environment.hosting?.platform ?? '') : [];
    return all.get(key);
  }
  const node = /^requestPath\.nodes\[(.+?)\]/.exec(path)?.[1];
  if (node !== undefined)
    return [...all.values()].find(({ steps }) =>
      steps.some(step => step === node || step.endsWith(`#${node}`)),
    );
  const located = locate(view.document, path);
  return located && all.get(located.path);
}

/** What people call a shared thing. */
export function sharedTitle(of: string): string {
  const shared = sharedThing(of);
  return shared === undefined ? of : titleOf(shared.kind, shared.name);
}

function sharedBroken(
  view: InfraView,
  { all }: Parts,
  { kind, name }: { readonly kind: string; readonly name: string },
): Broken | undefined {
  const keys = keysOf(view, kind, name);
  const parts = keys.flatMap(key => all.get(key) ?? []);
  const title = titleOf(kind, name);
  const tellsBy =
    kind === 'provider' &&
    activeItems(view.document.observability?.channels).some(({ provider }) => same(provider, name));
  if (parts.length === 0 && !tellsBy) return undefined;
  return {
    title,
    parts: [...new Set(parts)],
    ...(kind === 'provider' && { provider: name }),
  };
}

function keysOf(view: InfraView, kind: string, name: string): readonly string[] {
  const { document } = view;
  const environment = environmentOf(view);
  const addons = (
    fits: (addon: {
      product?: string | undefined;
      id: string;
      resourceRef?: string | undefined;
    }) => boolean,
  ) =>
    activeItems(document.addons)
      .filter(fits)
      .map(({ id }) => itemPath('addons', id));
  const platformsNamed = (word: string) => {
    const platform = [
      environment?.hosting?.platform,
      ...activeItems(document.platforms).map(({ id }) => id),
    ].find(id => same(id, word));
    const isUsed =
      same(environment?.hosting?.platform, word) ||
      activeItems(document.platforms).some(
        ({ id, runsOn }) => same(runsOn, word) && id === environment?.hosting?.platform,
      );
    return platform !== undefined && isUsed ? platformKeys(view, platform) : [];
  };
  switch (kind) {
    case 'platform': {
      const used = platformsNamed(name);
      // What the platform sells falls with it, as everything that runs there.
      return used.length > 0 ? used : addons(addon => isSoldBy(lower(addon), name));
    }
    case 'product':
      return addons(({ product, id }) => same(product ?? id, name));
    case 'provider':
      return [
        ...platformsNamed(name),
        ...addons(addon => isSoldBy(lower(addon), name)),
        ...activeItems(document.domains)
          .filter(({ dns }) => same(dns?.provider, name))
          .map(({ id }) => itemPath('domains', id)),
        ...accountsOf(view, ({ provider }) => same(provider, name)),
      ];
    case 'resource':
      return [
        ...addons(({ resourceRef }) => sameRef(resourceRef, name)),
        ...(environment && sameRef(environment.hosting?.resourceRef, name)
          ? [itemPath('environments', environment.name)]
          : []),
        ...accountsOf(view, ({ resourceRef }) => sameRef(resourceRef, name)),
      ];
    case 'store':
      return activeItems(document.credentialLocations)
        .filter(({ store }) => same(store, name))
        .map(({ id }) => itemPath('credentialLocations', id));
    case 'account':
      return accountsOf(view, ({ id }) => same(id, name));
    default:
      return [];
  }
}

function accountsOf(
  view: InfraView,
  fits: (account: {
    readonly id: string;
    readonly provider?: string | undefined;
    readonly resourceRef?: string | undefined;
  }) => boolean,
): readonly string[] {
  return activeItems(view.document.accounts)
    .filter(fits)
    .map(({ id }) => itemPath('accounts', id));
}

function titleOf(kind: string, name: string): string {
  if (kind === 'store') return storeLabel(name);
  if (kind === 'resource') return name.split('/').at(-1) ?? name;
  return kind === 'account' ? `${name} account` : productName(name);
}

function lower({ product }: { readonly product?: string | undefined }) {
  return { product: product?.toLocaleLowerCase('en-US') };
}

function same(a: string | undefined, b: string): boolean {
  return a?.trim().toLocaleLowerCase('en-US') === b;
}

/** `resource:default/cluster` and the short forms of the same. */
function sameRef(ref: string | undefined, name: string): boolean {
  return ref !== undefined && resourceName(ref) === resourceName(name);
}

/** 'PostgreSQL', 'PostgreSQL and S3', 'PostgreSQL and 4 more'. */
export function namesOf(titles: readonly string[], most = 4): string {
  const names = [...new Set(titles)];
  if (names.length <= most) return inWords(names);
  return inWords([...names.slice(0, most - 1), `${names.length - most + 1} more`]);
}
