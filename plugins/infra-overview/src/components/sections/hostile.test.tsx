import { screen } from '@testing-library/react';
import { SCHEMA, type InfraDocument } from 'backstage-plugin-infra-overview-common';
import { anOverview, effectiveOf } from '../../__testUtils__/anOverview';
import { renderSections } from './__testUtils__/renderSections';

const HOSTILE = '<img src=x onerror="alert(1)"> [x](javascript:alert(1)) {{constructor}}';
const LONG = 'w'.repeat(3000);

// Worse than what a reader lets through.
const DOCUMENT: InfraDocument = {
  schema: SCHEMA,
  environments: [
    { name: HOSTILE, note: HOSTILE, hosting: { platform: 'constructor', isolation: HOSTILE } },
  ],
  addons: [
    {
      id: 'constructor',
      product: HOSTILE,
      purpose: LONG,
      storedIn: '__proto__',
      credentials: ['hasownproperty'],
    },
  ],
  credentialLocations: [
    { id: 'to-string', what: HOSTILE, appliesTo: ['platform:constructor', 'other:thing', ':'] },
  ],
  procedures: [{ id: 'p', title: HOSTILE, steps: [HOSTILE, LONG] }],
  policies: [{ id: 'p', topic: '__proto__', statement: HOSTILE }],
  checklists: [{ id: 'c', items: [{ id: 'i', group: 'constructor', statement: HOSTILE }] }],
  risks: [{ id: 'r', statement: HOSTILE, about: '__proto__[constructor].x' }],
  improvements: [{ id: 'i', title: HOSTILE, about: 'nonsense [' }],
  glossary: [{ id: 'g', term: HOSTILE, meaning: HOSTILE }],
  notes: [{ id: 'n', text: HOSTILE, about: HOSTILE }],
};

const hostile = anOverview(
  { schema: SCHEMA },
  {
    effective: effectiveOf([
      { entityRef: 'component:default/shop', level: 'component', document: DOCUMENT },
    ]),
  },
);

it('draws whatever a document says as text', async () => {
  renderSections(hostile);
  expect((await screen.findAllByText(HOSTILE, { exact: false })).length).toBeGreaterThan(8);
  expect(document.querySelector('img[src="x"]')).toBeNull();
  const dangerous = [...document.querySelectorAll('a')].filter(
    link => !/^(https?|mailto):/.test(link.protocol),
  );
  expect(dangerous).toEqual([]);
});
