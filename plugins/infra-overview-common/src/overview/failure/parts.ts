import type { Addon, PathNode, Process } from '../../document';
import { itemPath } from '../../document';
import type { InfraView, OwnedRequestPath } from '../../effective';
import { environmentOf } from '../environmentOf';
import { activeItems, statedBlock } from '../facts';
import { itemTitle } from '../itemTitle';
import { productName } from '../words/productName';
import { capitalised } from '../words/sentence';
import { wordLabel } from '../words/wordLabels';

export type PartKind =
  'node' | 'addon' | 'process' | 'environment' | 'platform' | 'account' | 'credential' | 'domain';

/** Something that can fail or be hit. A box of the request path and what it stands for are one part. */
export interface Part {
  readonly key: string;
  readonly kind: PartKind;
  /** Absent for a box of a picture that the view itself does not hold. */
  readonly path?: string;
  readonly title: string;
  readonly nodeKind?: string;
  /** Ids of its boxes. */
  readonly steps: readonly string[];
  readonly addon?: Addon;
  readonly process?: Process;
}

export interface FoundEdge {
  readonly from: string;
  readonly to: string;
  readonly condition?: string;
}

export interface Parts {
  readonly all: ReadonlyMap<string, Part>;
  /** Between keys of parts. */
  readonly edges: readonly FoundEdge[];
  /** Whether any picture is drawn. */
  readonly hasPath: boolean;
}

export const processesOf = (environment: string) =>
  `${itemPath('environments', environment)}.processes`;

/** Everything of a view that an answer can speak of, with the arrows of its request path. */
export function partsOf(view: InfraView, pictures: readonly OwnedRequestPath[] = []): Parts {
  const parts = new Map<string, Part>();
  const add = (part: Part) => {
    if (!parts.has(part.key)) parts.set(part.key, part);
  };
  for (const part of declaredParts(view)) add(part);

  const own = statedBlock(view.document.requestPath);
  const paths =
    own === undefined
      ? pictures.map(({ entityRef, requestPath }) => ({ requestPath, prefix: `${entityRef}#` }))
      : [{ requestPath: own, prefix: '' }];
  const edges: FoundEdge[] = [];
  for (const { requestPath, prefix } of paths) {
    const keys = new Map<string, string>();
    for (const node of requestPath.nodes ?? []) {
      if (keys.has(node.id)) continue;
      const key = behind(view, parts, node) ?? nodeKey(node.id, prefix);
      keys.set(node.id, key);
      const known = parts.get(key) ?? nodePart(node, key, prefix);
      parts.set(key, {
        ...known,
        nodeKind: known.nodeKind ?? node.kind,
        steps: [...known.steps, `${prefix}${node.id}`],
      });
    }
    for (const { from, to, condition } of requestPath.edges ?? []) {
      const [start, end] = [keys.get(from), keys.get(to)];
      if (start === undefined || end === undefined || start === end) continue;
      edges.push({ from: start, to: end, ...(condition !== undefined && { condition }) });
    }
  }
  return { all: parts, edges, hasPath: paths.some(({ requestPath }) => requestPath.nodes?.length) };
}

function declaredParts(view: InfraView): readonly Part[] {
  const { document } = view;
  const environment = environmentOf(view);
  const found: Part[] = [];
  const add = (kind: PartKind, path: string, title: string, more: Partial<Part> = {}) =>
    found.push({ key: path, path, kind, title, steps: [], ...more });
  for (const addon of activeItems(document.addons))
    add('addon', itemPath('addons', addon.id), itemTitle(addon), { addon });
  if (environment !== undefined) {
    add('environment', itemPath('environments', environment.name), environment.name);
    for (const process of activeItems(environment.processes))
      add('process', itemPath(processesOf(environment.name), process.name), process.name, {
        process,
      });
  }
  for (const item of activeItems(document.platforms))
    if (item.id !== '*') add('platform', itemPath('platforms', item.id), itemTitle(item));
  const { hosting } = environment ?? {};
  if (environment !== undefined && hosting?.platform !== undefined) {
    const listed = itemPath('platforms', hosting.platform);
    if (!found.some(({ key }) => key === listed))
      add(
        'platform',
        `${itemPath('environments', environment.name)}.hosting`,
        productName(hosting.platform),
      );
  }
  for (const item of activeItems(document.accounts))
    add('account', itemPath('accounts', item.id), `${itemTitle(item)} account`);
  for (const item of activeItems(document.credentialLocations))
    add('credential', itemPath('credentialLocations', item.id), itemTitle(item));
  for (const item of activeItems(document.domains))
    add('domain', itemPath('domains', item.id), itemTitle(item));
  return found;
}

function behind(
  view: InfraView,
  parts: ReadonlyMap<string, Part>,
  node: PathNode,
): string | undefined {
  const addon = node.addon === undefined ? undefined : itemPath('addons', node.addon);
  if (addon !== undefined && parts.has(addon)) return addon;
  if (node.process === undefined) return undefined;
  const process = itemPath(processesOf(view.environment), node.process);
  return parts.has(process) ? process : undefined;
}

function nodeKey(id: string, prefix: string): string {
  const path = itemPath('requestPath.nodes', id);
  return prefix === '' ? path : `${prefix}${path}`;
}

function nodePart(node: PathNode, key: string, prefix: string): Part {
  return {
    key,
    kind: 'node',
    title: node.label ?? node.process ?? capitalised(wordLabel(node.kind)),
    nodeKind: node.kind,
    steps: [],
    ...(prefix === '' && { path: key }),
  };
}
