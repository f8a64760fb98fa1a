import type { InfraView } from 'backstage-plugin-infra-overview-common';
import { useMemo, useState } from 'react';
import { nameOf } from '../../lib/describeOrigin';
import { useView } from './context';

export interface PathOwner {
  readonly entityRef: string;
  readonly name: string;
}

/** The view whose path is drawn: a System whose Components each have one lets the reader choose. */
export function useRequestPath() {
  const { overview, effective, view } = useView();
  const [chosen, choose] = useState<string>();
  const several = view.document.requestPath === undefined ? (effective.requestPaths ?? []) : [];
  const drawn = several.find(path => path.entityRef === chosen) ?? several[0];

  const drawnView = useMemo<InfraView>(
    () =>
      drawn === undefined
        ? view
        : { ...view, document: { ...view.document, requestPath: drawn.requestPath } },
    [view, drawn],
  );
  const owners: readonly PathOwner[] = several.map(path => ({
    entityRef: path.entityRef,
    name: nameOf(path.entityRef, overview) ?? path.entityRef,
  }));
  return { view: drawnView, owners, owner: drawn?.entityRef, choose };
}
