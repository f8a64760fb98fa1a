import { documentOf } from '../../../__testUtils__/anOverview';
import { WHOLE } from '../__testUtils__/wholeDocument';
import { elementOf } from './elementOf';

const document = documentOf({ ...WHOLE, environments: WHOLE.environments.slice(0, 1) });

it.each`
  path                               | kind         | element                                      | fields
  ${'addons[db]'}                    | ${'element'} | ${'addons[db]'}                              | ${[]}
  ${'addons[db].plan'}               | ${'element'} | ${'addons[db]'}                              | ${['plan']}
  ${'environments[].hosting.stack'}  | ${'element'} | ${'environments[production]'}                | ${['hosting', 'stack']}
  ${'environments[].processes[web]'} | ${'element'} | ${'environments[production].processes[web]'} | ${[]}
  ${'environments[PRODUCTION]'}      | ${'element'} | ${'environments[production]'}                | ${[]}
  ${'backups[of=db].retention'}      | ${'element'} | ${'backups[nightly]'}                        | ${['retention']}
  ${'backups[]'}                     | ${'general'} | ${undefined}                                 | ${['backups']}
  ${'procedures[]'}                  | ${'general'} | ${undefined}                                 | ${['procedures']}
  ${'observability.logs'}            | ${'general'} | ${undefined}                                 | ${['observability', 'logs']}
  ${'addons[nobody]'}                | ${'gap'}     | ${undefined}                                 | ${undefined}
  ${'__proto__[x]'}                  | ${'gap'}     | ${undefined}                                 | ${undefined}
  ${'no path ['}                     | ${'gap'}     | ${undefined}                                 | ${undefined}
`('$path is $kind $element', ({ path, kind, element, fields }) => {
  const spoken = elementOf(document, path);
  expect(spoken.kind).toBe(kind);
  expect(spoken.kind === 'element' ? spoken.element.path : undefined).toBe(element);
  expect(spoken.kind === 'gap' ? undefined : spoken.fields).toEqual(fields);
});
