import {
  countsAsDrift,
  type DriftFinding,
  type FleetDrift,
  type Instant,
} from 'backstage-plugin-infra-overview-common';

/** How many facts differ, by how they do. */
export function countsOf(
  findings: readonly DriftFinding[],
  now: Instant,
): Omit<FleetDrift, 'seenAt'> {
  const counting = findings.filter(finding => countsAsDrift(finding, now));
  const of = (status: DriftFinding['status']) =>
    counting.filter(finding => finding.status === status).length;
  return {
    different: of('different'),
    onlyDeclared: of('only-declared'),
    onlyObserved: of('only-observed'),
  };
}
