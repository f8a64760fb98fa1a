import type { DriftFinding } from 'backstage-plugin-infra-overview-common';
import { NOW } from '../../../__testUtils__/anOverview';
import { aFinding, aNote } from '../../../__testUtils__/anObservedAnswer';
import { driftGroups, filtered } from './driftGroups';

it.each<[Partial<DriftFinding>, string]>([
  [{ status: 'different' }, 'differing'],
  [{ status: 'only-declared' }, 'differing'],
  [{ status: 'only-observed' }, 'differing'],
  [{ status: 'only-observed', undeclaredEnvironment: true }, 'undeclared'],
  [{ status: 'different', intent: true }, 'intended'],
  [{ status: 'different', intent: true, note: aNote() }, 'left'],
  [{ status: 'only-observed', undeclaredEnvironment: true, note: aNote() }, 'left'],
  [{ status: 'different', note: aNote({ until: NOW }) }, 'differing'],
  [{ status: 'only-observed', unstated: true }, 'unstated'],
  [{ status: 'only-observed', unstated: true, note: aNote() }, 'left'],
  [{ status: 'same' }, 'same'],
  [{ status: 'same', note: aNote() }, 'same'],
  [{ status: 'stale' }, 'unknown'],
  [{ status: 'failed', intent: true }, 'unknown'],
])('%j is in %s and nowhere else', (changes, group) => {
  const groups = driftGroups([aFinding(changes)], NOW);
  const found = Object.entries(groups).filter(([, findings]) => findings.length > 0);
  expect(found.map(([name]) => name)).toEqual([group]);
});

it.each`
  filter                                           | sources
  ${{}}                                            | ${['heroku', 'terraform']}
  ${{ source: 'terraform' }}                       | ${['terraform']}
  ${{ environment: 'production' }}                 | ${['heroku']}
  ${{ status: 'same' }}                            | ${['terraform']}
  ${{ status: 'same', environment: 'production' }} | ${[]}
`('filter $filter leaves $sources', ({ filter, sources }) => {
  const findings = [
    aFinding(),
    aFinding({ source: 'terraform', status: 'same', environment: 'staging' }),
  ];
  expect(filtered(findings, filter).map(({ source }) => source)).toEqual(sources);
});
