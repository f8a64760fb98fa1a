import type { OutlineEntity } from '../documents/DocumentSource';
import { projectsOf } from './projectsOf';

const entity = (ref: string, parent?: string): OutlineEntity => ({
  ref,
  kind: ref.split(':')[0] as OutlineEntity['kind'],
  etag: `etag of ${ref}`,
  ...(parent !== undefined && { parent }),
});

it.each([
  [
    'a System with its Components and Domains',
    [
      entity('domain:a'),
      entity('domain:b', 'domain:a'),
      entity('system:s', 'domain:b'),
      entity('component:y', 'system:s'),
      entity('component:x', 'system:s'),
    ],
    { 'system:s': ['system:s', 'domain:b', 'domain:a', 'component:x', 'component:y'] },
  ],
  ['a Component on its own', [entity('component:x')], { 'component:x': ['component:x'] }],
  [
    'a Component whose System is not there',
    [entity('component:x', 'system:gone')],
    { 'component:x': ['component:x', 'system:gone'] },
  ],
  ['a Domain, which is no project', [entity('domain:a')], {}],
  [
    'Domains in a circle',
    [
      entity('domain:a', 'domain:b'),
      entity('domain:b', 'domain:a'),
      entity('system:s', 'domain:a'),
    ],
    { 'system:s': ['system:s', 'domain:a', 'domain:b'] },
  ],
])('%s', (_, outline, expected) => {
  expect(
    Object.fromEntries(projectsOf(outline).map(project => [project.ref, project.sources])),
  ).toEqual(expected);
});

it('knows what is absent from what has no etag to trust', () => {
  const { etag: _, ...untrusted } = entity('component:y', 'system:s');
  const [project] = projectsOf([entity('system:s', 'domain:gone'), untrusted]);
  expect([...(project?.etags ?? [])]).toEqual([
    ['system:s', 'etag of system:s'],
    ['domain:gone', 'absent'],
    ['component:y', undefined],
  ]);
});
