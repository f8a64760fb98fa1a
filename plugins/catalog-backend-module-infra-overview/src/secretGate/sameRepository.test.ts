import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { mayInclude } from './sameRepository';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        gitlab: [{ host: 'gitlab.example.org', apiBaseUrl: 'https://gitlab.example.org/api/v4' }],
      },
    },
  }),
);
const WEB = 'https://github.com/shop/web/blob/main/catalog-info.yaml';
const GROUP = 'https://gitlab.example.org/shop/apps/web/-/blob/main/catalog-info.yaml';
const SRC = 'https://github.com/shop/src/blob/main/catalog-info.yaml';

describe('mayInclude', () => {
  it.each([
    [WEB, 'https://github.com/shop/web/blob/main/docs/note.txt', true],
    [WEB, 'https://github.com/shop/web/tree/other/note.txt', true],
    [WEB, 'https://github.com/Shop/Web/blob/main/note.txt', true],
    [WEB, 'https://github.com/shop/web2/blob/main/note.txt', false],
    [WEB, 'https://github.com/other/web/blob/main/note.txt', false],
    [WEB, 'https://elsewhere.example.org/shop/web/blob/main/note.txt', false],
    [WEB, 'no address', false],
    [SRC, 'https://github.com/shop/blob/blob/main/note.txt', false],
    [GROUP, 'https://gitlab.example.org/shop/apps/web/-/raw/main/note.txt', true],
    [GROUP, 'https://gitlab.example.org/shop/apps/api/-/blob/main/note.txt', false],
    ['https://files.example.org/catalog-info.yaml', 'https://files.example.org/note.txt', true],
    ['/srv/catalog-info.yaml', '/srv/note.txt', true],
  ])('%s may include %s: %s', (base, target, expected) => {
    expect(mayInclude(target, base, integrations)).toBe(expected);
  });
});
