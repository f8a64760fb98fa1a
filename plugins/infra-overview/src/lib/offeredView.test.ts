import { effectiveInfra, elementAt, viewOf } from 'backstage-plugin-infra-overview-common';
import { aChainLink } from 'backstage-plugin-infra-overview-common/testUtils';
import { offeredView } from './offeredView';

const effective = effectiveInfra([
  aChainLink('domain', {
    addons: [{ id: 'redis', product: 'redis', category: 'cache', choice: 'cache' }],
  }),
  aChainLink('system', { addons: [{ id: 'db', product: 'postgresql' }] }),
]);
const view = viewOf(effective, 'production');
const detailOf = (asked: string) => {
  const { view: shown, path } = offeredView(view, effective, asked);
  return elementAt(shown, path, 0);
};

it('tells about an add-on that the standard offers, and who offers it', () => {
  expect(detailOf('offers[redis]')).toMatchObject({ title: 'Redis', origin: { level: 'domain' } });
});

it('leaves everything else as it is', () => {
  expect(detailOf('addons[db]')).toMatchObject({
    title: 'PostgreSQL',
    origin: { level: 'system' },
  });
  expect(detailOf('addons[redis]')).toBeUndefined();
});
