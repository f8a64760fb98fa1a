import {
  itemsOf,
  type EffectiveInfra,
  type InfraView,
} from 'backstage-plugin-infra-overview-common';
import { located, type Located } from './located';

interface Holder {
  readonly view: InfraView;
  readonly effective: EffectiveInfra;
}

// Lists other items name by id. Environments come from the whole document: a view holds only one.
const LISTS = {
  accounts: ({ view }: Holder) => located(view.document.accounts, 'accounts'),
  addons: ({ view }: Holder) => located(view.document.addons, 'addons'),
  checklists: ({ view }: Holder) => located(view.document.checklists, 'checklists'),
  credentialLocations: ({ view }: Holder) =>
    located(view.document.credentialLocations, 'credentialLocations'),
  'deployPolicy.audiences': ({ view }: Holder) =>
    located(view.document.deployPolicy?.audiences, 'deployPolicy.audiences'),
  environments: ({ effective }: Holder) => located(effective.document.environments, 'environments'),
  'observability.monitors': ({ view }: Holder) =>
    located(view.document.observability?.monitors, 'observability.monitors'),
  platforms: ({ view }: Holder) => located(view.document.platforms, 'platforms'),
  policies: ({ view }: Holder) => located(view.document.policies, 'policies'),
  procedures: ({ view }: Holder) => located(view.document.procedures, 'procedures'),
  processes: ({ view }: Holder) =>
    itemsOf(view.document.environments).flatMap(environment =>
      located(environment.processes, `environments[${environment.name}].processes`),
    ),
  'requestPath.nodes': ({ view }: Holder) => {
    const { requestPath } = view.document;
    return typeof requestPath === 'object' && 'nodes' in requestPath
      ? located(requestPath.nodes, 'requestPath.nodes')
      : [];
  },
} satisfies Record<string, (holder: Holder) => readonly Located<object>[]>;

export type ListName = keyof typeof LISTS;

/** The item of a list with that id or name. */
export function findItem(list: ListName, key: string, holder: Holder): Located<object> | undefined {
  const items: readonly Located<{ readonly id?: string; readonly name?: string }>[] = LISTS[list](
    holder,
  ) as never;
  return items.find(({ item }) => (item.id ?? item.name) === key);
}
