import { relationsOf } from './relationsOf';
import { SCHEMA } from './document';

const infra = {
  schema: SCHEMA,
  addons: [
    { id: 'db', resourceRef: 'resource:default/orders-db' },
    { id: 'cache', resourceRef: 'orders-cache', selection: 'always' },
    { id: 'same', resourceRef: 'Resource:Default/Orders-DB' },
    { id: 'mail', resourceRef: 'resource:default/mail', notNeeded: 'sends no mail' },
    { id: 'bad', resourceRef: 'not a ref' },
    { id: 'own' },
  ],
  environments: [{ name: 'production', hosting: { resourceRef: 'shared/cluster' } }],
  accounts: [{ id: 'sandbox', resourceRef: 'component:default/sandbox' }],
};

it.each([
  [
    'a Component depends on what it names',
    { kind: 'Component', metadata: {}, spec: { infra } },
    [
      'resource:default/orders-db',
      'resource:default/orders-cache',
      'resource:shared/cluster',
      'component:default/sandbox',
    ],
  ],
  [
    'short refs are in the namespace of the entity',
    {
      kind: 'System',
      metadata: { namespace: 'shop' },
      spec: { infra: { ...infra, environments: [], accounts: [] } },
    },
    ['resource:default/orders-db', 'resource:shop/orders-cache'],
  ],
  [
    'a standard depends on what every project has',
    { kind: 'Domain', metadata: {}, spec: { infra } },
    ['resource:default/orders-cache', 'resource:shared/cluster', 'component:default/sandbox'],
  ],
  ['nothing without a document', { kind: 'Component', metadata: {}, spec: {} }, []],
  [
    'nothing from a refused one',
    { kind: 'Component', metadata: {}, spec: { infra: { ...infra, schema: 'x' } } },
    [],
  ],
])('%s', (_, entity, expected) => {
  expect(relationsOf(entity)).toEqual(expected);
});
