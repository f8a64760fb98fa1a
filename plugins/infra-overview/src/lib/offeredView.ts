import type { EffectiveInfra, InfraView } from 'backstage-plugin-infra-overview-common';

const OFFERED = /^offers(?=\[)/;

/** What the standard offers and the project does not use is in no view: `offers[redis]` is looked up as if the project used it. */
export function offeredView(
  view: InfraView,
  { offers, origins }: Pick<EffectiveInfra, 'offers' | 'origins'>,
  path: string,
): { readonly view: InfraView; readonly path: string } {
  if (!OFFERED.test(path)) return { view, path };
  const own = Object.entries(origins).filter(([key]) => OFFERED.test(key));
  return {
    view: {
      ...view,
      document: { ...view.document, addons: offers },
      origins: Object.fromEntries(
        own.map(([key, origin]) => [key.replace(OFFERED, 'addons'), origin]),
      ),
    },
    path: path.replace(OFFERED, 'addons'),
  };
}
