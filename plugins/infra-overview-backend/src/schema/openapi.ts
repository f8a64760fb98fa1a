import { schemas } from './components';
import { paths } from './paths';

/** The HTTP contract of this backend. */
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'infra-overview',
    version: '1',
    description: 'What the infrastructure of a project is, and the fleet of all projects',
    license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  },
  servers: [{ url: '/' }],
  paths,
  components: { schemas },
} as const;
