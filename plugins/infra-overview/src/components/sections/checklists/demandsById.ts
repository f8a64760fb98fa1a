import { itemsOf, type InfraDocument } from 'backstage-plugin-infra-overview-common';

/** What checklist items and policies demand, by the id answers name them by. */
export function demandsById({ checklists, policies }: InfraDocument): ReadonlyMap<string, string> {
  const demands = new Map<string, string>();
  for (const { id, statement } of itemsOf(policies))
    if (statement !== undefined) demands.set(id, statement);
  for (const { items = [] } of itemsOf(checklists)) {
    for (const { id, statement } of items) if (statement !== undefined) demands.set(id, statement);
  }
  return demands;
}
