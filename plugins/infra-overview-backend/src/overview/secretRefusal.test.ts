import type { Entity } from '@backstage/catalog-model';
import type { DocumentSet } from '../documents/documentSet';
import { secretRefusal } from './secretRefusal';
import { toOverview } from './toOverview';

const entity = (message: string, level = 'error'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'web' },
  spec: { infra: { schema: 'infra-overview.io/v1alpha1', environments: [{ name: 'production' }] } },
  ...({
    status: { items: [{ type: 'backstage.io/catalog-processing', level, message }] },
  } as object),
});
const CAUSED =
  'InputError: Processor PlaceholderProcessor threw an error while preprocessing; caused by InputError: ';

describe('secretRefusal', () => {
  it.each<[string, object]>([
    [
      `${CAUSED}url:https://git.example.org/note.md: line 12: looks like a secret (rule github). The file was not read.`,
      { line: 12, path: '' },
    ],
    [
      `${CAUSED}component:default/web: spec.infra.addons[1].note: looks like a secret (rule key-name). The entity was not taken.`,
      { path: 'addons[1].note' },
    ],
    [
      `${CAUSED}component:default/web: metadata.annotations.x/y: looks like a secret (rule key-name).`,
      { path: '' },
    ],
  ])('reads %j', (message, expected) => {
    expect(secretRefusal(entity(message))).toMatchObject({
      code: 'secret-found',
      severity: 'refused',
      entityRef: 'component:default/web',
      ...expected,
    });
  });

  it.each(['InputError: Policy check failed for component:default/web', ''])(
    '%j is no refusal',
    message => {
      expect(secretRefusal(entity(message))).toBeUndefined();
    },
  );

  it('is found at the file the entity comes from', () => {
    const location = entity('InputError: url:x: line 3: looks like a secret (rule github).');
    expect(secretRefusal(entity('', 'info'), location)).toMatchObject({
      line: 3,
      entityRef: 'component:default/web',
    });
  });

  it('leaves out what is no error', () => {
    expect(secretRefusal(entity('line 1: looks like a secret (rule x)', 'info'))).toBeUndefined();
  });

  it('takes the place of the document, which is older', () => {
    const refused = entity('url:x: line 12: looks like a secret (rule github).');
    const entityRef = 'component:default/web';
    const set: DocumentSet = {
      entityRef,
      entity: refused,
      chain: { links: [{ entityRef, level: 'component', entity: refused }], problems: [] },
      parts: [],
      partsLeftOut: 0,
      refs: [entityRef],
    };
    const overview = toOverview(set, 0);
    expect(overview).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'secret-found', line: 12 },
    });
    expect(overview.effective).toBeUndefined();
  });
});
