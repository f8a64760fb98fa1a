import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  NOW,
  SHOP_ENTITY,
  anOverview,
  documentOf,
  effectiveOf,
} from '../../__testUtils__/anOverview';
import { SHOP, STANDARD } from '../../__testUtils__/documents';
import { renderTab } from '../../__testUtils__/renderTab';

jest.mock('backstage-plugin-infra-overview-react', () => ({
  ...jest.requireActual('backstage-plugin-infra-overview-react'),
  useNow: () => NOW,
}));

it('shows a standard by what it gives and demands, without environments or a path', async () => {
  const entity = {
    ...SHOP_ENTITY,
    ref: 'domain:default/tts',
    kind: 'Domain',
    name: 'tts',
    title: 'TTS',
  };
  renderTab({ overview: async () => anOverview(STANDARD, { entity }) });
  expect(
    await screen.findByRole('heading', { level: 3, name: 'Where projects may run' }),
  ).toBeInTheDocument();
  expect(screen.queryByRole('radiogroup', { name: 'Environment' })).not.toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: /How a request travels/ })).not.toBeInTheDocument();
});

it('lets the reader choose between the paths of several parts', async () => {
  const { requestPath, ...withoutPath } = SHOP;
  const effective = effectiveOf([
    { entityRef: SHOP_ENTITY.ref, level: 'component', document: documentOf(withoutPath) },
  ]);
  const path = documentOf(SHOP).requestPath as never;
  const other = documentOf({
    ...SHOP,
    requestPath: { nodes: [{ id: 'cdn', kind: 'cdn', label: 'Edge' }], edges: [] },
  }).requestPath as never;
  renderTab({
    overview: async () =>
      anOverview(withoutPath, {
        effective: {
          ...effective,
          requestPaths: [
            { entityRef: 'component:default/front', requestPath: path },
            { entityRef: 'component:default/static', requestPath: other },
          ],
        },
        parts: [
          { entityRef: 'component:default/front', title: 'Front', outcome: 'read' },
          { entityRef: 'component:default/static', outcome: 'read' },
        ],
      }),
  });
  const choice = await screen.findByRole('radiogroup', { name: 'Path of' });
  expect(
    within(choice)
      .getAllByRole('radio')
      .map(radio => radio.closest('label')?.textContent),
  ).toEqual(['Front', 'static']);
  expect(screen.getByRole('link', { name: /^Client/ })).toBeInTheDocument();
  await userEvent.click(within(choice).getByRole('radio', { name: 'static' }));
  expect(screen.getByRole('link', { name: /^Edge/ })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /^Client/ })).not.toBeInTheDocument();
});

it('keeps a dozen environments and very long words on the page', async () => {
  const environments = Array.from({ length: 12 }, (_, index) => ({
    name: `region-${index + 1}`,
    stage: 'production',
  }));
  const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(6);
  const document = {
    ...SHOP,
    environments,
    requestPath: 'none',
    addons: [{ id: 'db', category: 'database', product: long }],
    backups: [],
    risks: [],
    improvements: [],
    questions: [],
  };
  renderTab({ overview: async () => anOverview(document) });
  const choice = await screen.findByRole('radiogroup', { name: 'Environment' });
  expect(within(choice).getAllByRole('radio')).toHaveLength(12);
  expect(screen.getAllByText(text => text.includes(long)).length).toBeGreaterThan(0);
  expect(
    screen.getByRole('region', { name: /How a request travels in region-1/ }),
  ).toHaveTextContent('none');
});
