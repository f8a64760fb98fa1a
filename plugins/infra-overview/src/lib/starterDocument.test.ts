import { readInfraDocument } from 'backstage-plugin-infra-overview-common';
import { parse } from 'yaml';
import { starterDocument } from './starterDocument';

it.each(['Component', 'System', 'Domain'])(
  'a %s can start with it without a single problem',
  kind => {
    const result = readInfraDocument(parse(starterDocument(kind)).spec.infra, { kind });
    expect(result).toMatchObject({ outcome: 'read', problems: [], notUnderstood: [] });
  },
);
