import { itemPath } from '../../document';
import type { InfraView } from '../../effective';
import { environmentOf } from '../environmentOf';
import { activeItems, statedBlock } from '../facts';
import { productName } from '../words/productName';
import { processesOf, type Part, type Parts } from './parts';
import { isClient } from './softness';

/** `carries`: one does not work without the other. `softens`: only worse. `watches`: not so well looked after. */
export type Weight = 'carries' | 'softens' | 'watches';

export interface Need {
  /** Who needs. */
  readonly from: string;
  readonly to: string;
  readonly weight: Weight;
  /** After "because": "it calls PostgreSQL". */
  readonly because: string;
  /** An arrow of the request path: whoever passes requests on is not broken by it. */
  readonly byPath: boolean;
}

/** Who cannot work without whom, from every place of the document that says so. */
export function needsOf(view: InfraView, parts: Parts): readonly Need[] {
  const needs = [
    ...pathNeeds(parts),
    ...addonNeeds(view, parts),
    ...queueNeeds(view, parts),
    ...credentialNeeds(view),
    ...placeNeeds(view, parts),
    ...domainNeeds(view, parts),
  ];
  return needs.filter(({ from, to }) => from !== to && parts.all.has(from) && parts.all.has(to));
}

function pathNeeds({ all, edges }: Parts): readonly Need[] {
  return edges.map(({ from, to, condition }) => ({
    from,
    to,
    byPath: true,
    weight: condition === undefined ? 'carries' : 'softens',
    because: `it calls ${all.get(to)?.title ?? to}${condition === undefined ? '' : ` (${condition})`}`,
  }));
}

function addonNeeds(view: InfraView, { all }: Parts): readonly Need[] {
  const needs: Need[] = [];
  for (const { id, storedIn, credentials = [] } of activeItems(view.document.addons)) {
    const from = itemPath('addons', id);
    if (storedIn !== undefined) {
      const to = itemPath('addons', storedIn);
      needs.push(
        need(from, to, 'carries', `its data is kept in ${all.get(to)?.title ?? storedIn}`),
      );
    }
    for (const credential of credentials) needs.push(credentialNeed(view, from, credential));
  }
  for (const { name, autoscaling } of activeItems(environmentOf(view)?.processes)) {
    const by = statedBlock(autoscaling)?.by;
    if (by === undefined) continue;
    const to = itemPath('addons', by);
    const title = all.get(to)?.title ?? by;
    const from = itemPath(processesOf(view.environment), name);
    needs.push(need(from, to, 'watches', `${title} no longer changes the number of its instances`));
  }
  return needs;
}

/** Workers take their jobs from the queue, though no arrow is drawn to it. */
function queueNeeds(view: InfraView, { all, edges }: Parts): readonly Need[] {
  const workers = activeItems(environmentOf(view)?.processes).filter(
    ({ role }) => role === 'worker',
  );
  const queues = [...all.values()].filter(
    ({ addon, key }) => addon?.category === 'queue' && !edges.some(({ to }) => to === key),
  );
  return queues.flatMap(({ key, title }) =>
    workers.map(({ name }) =>
      need(
        itemPath(processesOf(view.environment), name),
        key,
        'carries',
        `its jobs wait in ${title}`,
      ),
    ),
  );
}

function credentialNeed(view: InfraView, from: string, id: string): Need {
  const what = activeItems(view.document.credentialLocations).find(item => item.id === id)?.what;
  return need(from, itemPath('credentialLocations', id), 'carries', `it needs ${what ?? id}`);
}

function credentialNeeds(view: InfraView): readonly Need[] {
  const needs: Need[] = [];
  for (const { id, what, appliesTo = [] } of activeItems(view.document.credentialLocations)) {
    const to = itemPath('credentialLocations', id);
    for (const target of appliesTo) {
      const [, kind = 'addon', name = target] =
        /^(addon|platform|environment):(.+)$/.exec(target) ?? [];
      if (kind === 'addon') {
        needs.push(credentialNeed(view, itemPath('addons', name), id));
        continue;
      }
      // What runs keeps running: nobody can get in to change or repair it.
      const because = `nobody gets in with “${what ?? id}” to change or repair it`;
      if (kind === 'environment')
        needs.push(need(itemPath('environments', name), to, 'watches', because));
      else
        for (const from of platformKeys(view, name)) needs.push(need(from, to, 'watches', because));
    }
  }
  return needs;
}

/** A platform is listed, or it is only the word of an environment. */
export function platformKeys(view: InfraView, platform: string): readonly string[] {
  const environment = environmentOf(view);
  const listed = activeItems(view.document.platforms).some(({ id }) => id === platform);
  if (listed) return [itemPath('platforms', platform)];
  return environment?.hosting?.platform === platform
    ? [`${itemPath('environments', environment.name)}.hosting`]
    : [];
}

function placeNeeds(view: InfraView, { all }: Parts): readonly Need[] {
  const needs: Need[] = [];
  const environment = environmentOf(view);
  const platforms = new Map<string, readonly string[]>();
  for (const { id, runsOn } of activeItems(view.document.platforms)) {
    platforms.set(id, platformKeys(view, id));
    if (runsOn !== undefined)
      for (const to of platformKeys(view, runsOn))
        needs.push(
          need(itemPath('platforms', id), to, 'carries', `it runs on ${productName(runsOn)}`),
        );
  }
  const { platform, accountRef } = environment?.hosting ?? {};
  if (platform !== undefined) platforms.set(platform, platformKeys(view, platform));

  if (environment !== undefined) {
    const own = itemPath('environments', environment.name);
    const inside = [...all.values()].filter(part => isInside(part));
    for (const to of platform === undefined ? [] : platformKeys(view, platform))
      for (const from of [own, ...inside.map(({ key }) => key)])
        needs.push(need(from, to, 'carries', `it runs on ${all.get(to)?.title ?? platform}`));
    if (accountRef !== undefined) {
      const to = itemPath('accounts', accountRef);
      for (const from of [own, ...inside.map(({ key }) => key)])
        needs.push(need(from, to, 'carries', `it runs in the ${all.get(to)?.title ?? accountRef}`));
    }
    for (const { key } of inside)
      needs.push(need(key, own, 'carries', `it is a part of ${environment.name}`));
  }
  for (const { addon, key } of all.values()) {
    if (addon === undefined) continue;
    for (const [name, keys] of platforms)
      if (isSoldBy(addon, name))
        for (const to of keys)
          needs.push(need(key, to, 'carries', `it is a service of ${productName(name)}`));
  }
  return needs;
}

/** What the platform of the environment runs: processes, and boxes that are nobody else's. */
function isInside({ kind, nodeKind = '' }: Part): boolean {
  if (kind === 'process') return true;
  return (
    kind === 'node' && ['web', 'worker', 'scheduler', 'router', 'lb', 'proxy'].includes(nodeKind)
  );
}

/** 'heroku-postgresql' is Heroku's. */
export function isSoldBy(
  {
    product,
    managedBy,
  }: { readonly product?: string | undefined; readonly managedBy?: string | undefined },
  platform: string,
): boolean {
  return (
    product === platform || product?.startsWith(`${platform}-`) === true || managedBy === platform
  );
}

function domainNeeds(view: InfraView, { all }: Parts): readonly Need[] {
  const needs: Need[] = [];
  for (const { id, dns, tls } of activeItems(view.document.domains)) {
    const from = itemPath('domains', id);
    const provider = dns?.provider?.toLocaleLowerCase('en-US');
    for (const { addon, key, title } of all.values())
      if (addon?.category === 'dns' && provider !== undefined && addon.product === provider)
        needs.push(need(from, key, 'carries', `its name is looked up at ${title}`));
    for (const part of all.values())
      if (isClient(part)) needs.push(clientNeed(view, part.key, from));
    const ends = statedBlock(tls)?.terminatesAt;
    if (ends === undefined) continue;
    for (const { key, steps, title } of all.values())
      if (steps.includes(ends)) needs.push(need(from, key, 'carries', `its TLS ends at ${title}`));
  }
  return needs;
}

/** People come by a name. Where another name leads here too, only some are lost. */
function clientNeed(view: InfraView, client: string, domain: string): Need {
  const names = activeItems(view.document.domains).filter(({ kind }) => kind !== 'internal');
  return names.length > 1
    ? need(
        client,
        domain,
        'softens',
        'who comes by this name finds nothing; other names lead here too',
      )
    : need(client, domain, 'carries', 'it is the only name stated by which people come');
}

function need(from: string, to: string, weight: Weight, because: string): Need {
  return { from, to, weight, because, byPath: false };
}
