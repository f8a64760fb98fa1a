import { infraJsonSchema } from 'backstage-plugin-infra-overview-common';
import { EXIT } from '../exitCode';
import type { Command } from './command';

export const schema: Command = {
  name: 'schema',
  summary: 'Prints the JSON Schema of spec.infra, for editors and other tools.',
  options: ['help'],
  required: [],
  examples: ['schema > infra.v1alpha1.json'],
  run(_, { out }) {
    out(JSON.stringify(infraJsonSchema(), undefined, 2));
    return EXIT.done;
  },
};
