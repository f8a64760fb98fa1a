import { anOverview } from '../__testUtils__/anOverview';
import { SHOP } from '../__testUtils__/documents';
import { describeOrigin } from './describeOrigin';

const overview = anOverview(SHOP, {
  chain: [
    { entityRef: 'domain:default/tts', level: 'domain', title: 'TTS', outcome: 'read' },
    {
      entityRef: 'domain:default/caktus',
      level: 'domain',
      title: 'Caktus standard',
      outcome: 'read',
    },
    { entityRef: 'system:default/retail', level: 'system', outcome: 'read' },
    { entityRef: 'component:default/shop', level: 'component', outcome: 'read' },
  ],
});

it.each`
  level          | entityRef                   | derived      | text
  ${'domain'}    | ${'domain:default/tts'}     | ${undefined} | ${'from the TTS standard'}
  ${'domain'}    | ${'domain:default/caktus'}  | ${undefined} | ${'from the Caktus standard'}
  ${'system'}    | ${'system:default/retail'}  | ${undefined} | ${'from retail'}
  ${'built-in'}  | ${undefined}                | ${undefined} | ${'built-in default'}
  ${'platform'}  | ${'domain:default/tts'}     | ${undefined} | ${'from the platform'}
  ${'domain'}    | ${'domain:default/tts'}     | ${true}      | ${'from the TTS standard, read between the lines'}
  ${'component'} | ${'component:default/shop'} | ${true}      | ${'read between the lines'}
  ${'component'} | ${'component:default/shop'} | ${undefined} | ${undefined}
`('$level $entityRef derived=$derived: $text', ({ level, entityRef, derived, text }) => {
  const origin = {
    level,
    path: 'addons[db]',
    ...(entityRef && { entityRef }),
    ...(derived && { derived }),
  };
  expect(describeOrigin(origin, overview)?.text).toBe(text);
});

describe('a System with Components', () => {
  const origin = {
    level: 'component',
    entityRef: 'component:default/web',
    path: 'addons[db]',
  } as const;
  const system = (...names: readonly string[]) => ({
    ...overview,
    entity: { ...overview.entity, ref: 'system:default/shop' },
    parts: names.map(name => ({
      entityRef: `component:default/${name}`,
      outcome: 'read' as const,
    })),
  });

  it('does not say of each thing that it is of the only one', () => {
    expect(describeOrigin(origin, system('web'))).toBeUndefined();
  });

  it('says which of several', () => {
    expect(describeOrigin(origin, system('web', 'jobs'))?.text).toBe('from web');
  });
});
