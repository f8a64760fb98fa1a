import type { InfraView } from '../../effective';
import { activeItems, statedBlock } from '../facts';

/** A box of the request path and what it stands for are one thing to a reader: whichever path is given, both are answered for. */
export function relatedPaths(view: InfraView, path: string): readonly string[] {
  const nodes = statedBlock(view.document.requestPath)?.nodes ?? [];
  const related = new Set([path]);
  for (const node of nodes) {
    const own = `requestPath.nodes[${node.id}]`;
    const behind = behindNode(view, node);
    if (behind === undefined || (own !== path && behind !== path)) continue;
    related.add(own);
    related.add(behind);
  }
  return [...related];
}

function behindNode(
  view: InfraView,
  node: { readonly addon?: string | undefined; readonly process?: string | undefined },
): string | undefined {
  const { document } = view;
  if (node.addon !== undefined && activeItems(document.addons).some(({ id }) => id === node.addon))
    return `addons[${node.addon}]`;
  const [environment] = activeItems(document.environments);
  if (node.process === undefined || environment === undefined) return undefined;
  const known = activeItems(environment.processes).some(({ name }) => name === node.process);
  return known ? `environments[${environment.name}].processes[${node.process}]` : undefined;
}
