import { viewOf } from 'backstage-plugin-infra-overview-common';
import { documentOf, effectiveOf } from '../../../__testUtils__/anOverview';
import { shownItems } from '../shared';
import { processGroups } from './processGroups';

const web = { name: 'web', role: 'web', instances: 2 };
const worker = { name: 'worker', role: 'worker', instances: 1 };

function groupsOf(processes: Readonly<Record<string, unknown>>, chosen = 'production') {
  const environments = Object.entries(processes).map(([name, list]) => ({
    name,
    ...(list !== undefined && { processes: list }),
  }));
  const document = documentOf({ schema: 'infra-overview.io/v1alpha1', environments });
  const effective = effectiveOf([{ entityRef: 'system:default/x', level: 'system', document }]);
  const views = Object.keys(processes).flatMap(name => {
    const view = viewOf(effective, name);
    const [environment] = shownItems(view.document.environments, 'environments', view.origins);
    return environment === undefined ? [] : [{ view, environment }];
  });
  return processGroups(views, chosen);
}

it.each`
  case                          | processes                                                                           | names
  ${'the same in both'}         | ${{ production: [web, worker], staging: [web, worker] }}                            | ${['production, staging']}
  ${'in another order'}         | ${{ production: [web, worker], staging: [worker, web] }}                            | ${['production, staging']}
  ${'another number'}           | ${{ production: [web], staging: [{ ...web, instances: 1 }] }}                       | ${['production', 'staging']}
  ${'one more'}                 | ${{ production: [web, worker], staging: [web], ci: [web, worker] }}                 | ${['production, ci', 'staging']}
  ${'nothing stated of two'}    | ${{ production: [web], staging: undefined, ci: undefined }}                         | ${['production', 'staging, ci']}
  ${'none is not "not stated"'} | ${{ production: [], staging: undefined }}                                           | ${['production', 'staging']}
  ${'not needed, two reasons'}  | ${{ production: { notNeeded: 'static' }, staging: { notNeeded: 'never started' } }} | ${['production', 'staging']}
`('$case: $names', ({ processes, names }) => {
  expect(groupsOf(processes).map(group => group.names.join(', '))).toEqual(names);
});

it.each`
  chosen          | path
  ${'production'} | ${'environments[production].processes[web]'}
  ${'staging'}    | ${'environments[staging].processes[web]'}
  ${'gone'}       | ${'environments[production].processes[web]'}
`('names lead to the chosen environment: $chosen', ({ chosen, path }) => {
  const [group] = groupsOf({ production: [web], staging: [web] }, chosen);
  expect(group?.rows.map(row => row.path)).toEqual([path]);
});
