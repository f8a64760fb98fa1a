import { itemsOf, type InfraDocument } from '../../document';
import { dateText, type Instant } from '../../time';
import { activeItems } from '../facts';
import type { FleetRow } from './row';

export function riskColumn(document: InfraDocument, now: Instant): FleetRow['risks'] {
  const risks = activeItems(document.risks);
  const today = dateText(now);
  // An acceptance that has ended accepts nothing.
  const accepted = risks.filter(
    risk => risk.accepted !== undefined && (risk.accepted.until ?? today) >= today,
  ).length;
  return { open: risks.length - accepted, accepted };
}

export function improvementColumn(document: InfraDocument): FleetRow['improvements'] {
  const improvements = activeItems(document.improvements);
  return {
    planned: improvements.filter(({ status }) => status === 'planned' || status === 'in-progress')
      .length,
    possible: improvements.filter(({ status }) => status === 'possible').length,
  };
}

export function questionCount(document: InfraDocument): number {
  return activeItems(document.questions).filter(
    ({ status, answer }) => status !== 'answered' && answer === undefined,
  ).length;
}

/** Items that must be met: those a checklist of the documents lists, and those somebody answered. */
export function conformanceColumn(document: InfraDocument): FleetRow['conformance'] {
  const asked = activeItems(document.checklists)
    .flatMap(({ items = [] }) => items)
    .filter(({ level = 'must' }) => level === 'must' || level === 'must-not');
  const answers = itemsOf(document.conformance);
  const items = new Set([...asked.map(({ id }) => id), ...answers.map(({ item }) => item)]);
  let [met, applicable, unknown] = [0, 0, 0];
  for (const id of items) {
    const own = answers.filter(({ item }) => item === id);
    if (own.length > 0 && own.every(({ status }) => status === 'not-applicable')) continue;
    applicable += 1;
    if (own.length === 0) unknown += 1;
    // Of several scopes each has to be met.
    else if (own.every(({ status }) => status !== 'not-met')) met += 1;
  }
  return { met, applicable, unknown };
}
