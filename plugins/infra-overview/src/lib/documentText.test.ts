import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { documentText } from './documentText';

const holding = (infra: object): Entity =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'shop' },
    spec: { owner: 'group:default/shop-team', infra },
  }) as Entity;

it('keeps every value of the document, and nothing else of the entity', () => {
  const infra = {
    schema: 'infra-overview.io/v9',
    novelties: [{ id: 'a', deep: { at: '2026-01-01' } }],
  };
  expect(parse(documentText(holding(infra)))).toEqual({ spec: { infra } });
});

it('reads like the file: long lines stay lines', () => {
  const note = 'word '.repeat(60).trim();
  expect(documentText(holding({ schema: 'infra-overview.io/v9', note }))).toContain(
    `note: ${note}\n`,
  );
});
