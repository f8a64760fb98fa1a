import { readInfraDocument } from 'backstage-plugin-infra-overview-common';
import { parse } from 'yaml';
import { environmentStarter, readinessStarter } from './starter';

it.each([
  ['the document to start with', readinessStarter()],
  ['the environments to start with', environmentStarter()],
])('%s can be read without a remark', (_, text) => {
  const read = readInfraDocument(parse(text).spec.infra);
  expect(read).toMatchObject({ outcome: 'read', problems: [] });
});
