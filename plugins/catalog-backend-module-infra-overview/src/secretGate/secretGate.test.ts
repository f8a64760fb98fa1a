import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { EntityProvider } from '@backstage/plugin-catalog-node';
import catalogModule from '..';
import { PLANTED, TELLING } from '../__testUtils__/planted';
import { component, messagesOf, startGuarded, type Guarded } from '../__testUtils__/startGuarded';

jest.setTimeout(90_000);

const half = PLANTED.length / 2;

/** Each holds it, or what it becomes. */
const LEAKY: Readonly<Record<string, string>> = {
  'value.yaml': component('value', `  infra: { note: "${PLANTED}" }`),
  'comment.yaml': component('comment', `# ${PLANTED}`),
  'switched-off.yaml': component('switched-off', `# secretlint-disable\n# ${PLANTED}`),
  'second-document.yaml': `${component('first')}\n---\n${component('second', `  key: ${PLANTED}`)}`,
  'annotation.yaml': component('annotation').replace(
    'spec:',
    `  annotations: { example.org/x: ${PLANTED} }\nspec:`,
  ),
  'key.yaml': component('key', `  ${PLANTED}: x`),
  'escaped.yaml': component(
    'escaped',
    `  key: "\\x${PLANTED.charCodeAt(0).toString(16)}${PLANTED.slice(1)}"`,
  ),
  'continued.yaml': component(
    'continued',
    `  key: "${PLANTED.slice(0, half)}\\\n    ${PLANTED.slice(half)}"`,
  ),
  'anchored.yaml': component(
    'anchored',
    `  one: &it "${PLANTED.slice(0, half)}\\\n    ${PLANTED.slice(half)}"\n  two: *it`,
  ),
  'broken.yaml': component('broken', `  key: [${PLANTED}\n  x: {{`),
  'json.json': JSON.stringify({
    kind: 'Component',
    metadata: { name: 'json' },
    spec: { key: PLANTED },
  }),
};
const INCLUDED = {
  'note.txt': `Ask with ${PLANTED}`,
  'broken-note.yaml': `a: [${PLANTED}\n b: {{`,
  'broken-note.json': `{ "a": ${PLANTED}`,
};
const INCLUDING = {
  'includes-text.yaml': component('includes-text', '  definition:\n    $text: ./note.txt'),
  'includes-yaml.yaml': component('includes-yaml', '  definition:\n    $yaml: ./broken-note.yaml'),
  'includes-json.yaml': component('includes-json', '  definition:\n    $json: ./broken-note.json'),
};
const FINE = {
  'fine.yaml': component('fine'),
  'fine-includes.yaml': component(
    'fine-includes',
    '  text: { $text: ./fine.txt }\n  yaml: { $yaml: ./fine-part.yaml }\n  json: { $json: ./fine.json }',
  ),
  'fine.txt': 'Nothing to hide',
  'fine-part.yaml': 'a: 1',
  'fine.json': '{"b":2}',
  'no-yaml.yaml': `${component('no-yaml')}\n  words: "the quick brown fox\n\tjumps: [`,
};

describe('a catalog with the gate', () => {
  let guarded: Guarded;
  let folder: string;
  const urls = [
    ...Object.keys({ ...LEAKY, ...INCLUDING }),
    'fine.yaml',
    'fine-includes.yaml',
    'no-yaml.yaml',
  ];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'secret-gate-'));
    for (const [name, text] of Object.entries({ ...LEAKY, ...FINE }))
      await writeFile(join(folder, name), text);
    guarded = await startGuarded({
      features: [catalogModule],
      files: { ...LEAKY, ...INCLUDING, ...INCLUDED, ...FINE },
      urls,
      fileTargets: [...Object.keys(LEAKY), 'fine.yaml', 'no-yaml.yaml'].map(name =>
        join(folder, name),
      ),
    });
  });
  afterAll(async () => {
    await guarded?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const messagesFor = (target: string) =>
    guarded.until(async () => {
      const messages = await guarded.errorsOf(target);
      return messages.length === 0 ? undefined : messages;
    });

  it.each(Object.keys(LEAKY))('refuses %s, with one error that says where', async name => {
    for (const target of [`${guarded.url}/${name}`, join(folder, name)]) {
      const messages = await messagesFor(target);
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain(target);
      expect(messages[0]).toMatch(
        /line \d+: looks like a secret \(rule [\w/-]+\)\..*credentialLocations/,
      );
    }
  });

  it('names the line of what is a secret only when read', async () => {
    expect((await messagesFor(join(folder, 'continued.yaml')))[0]).toMatch(/line 9: /);
    expect((await messagesFor(join(folder, 'comment.yaml')))[0]).toMatch(/line 9: /);
  });

  it('says of broken YAML where and why, without the line', async () => {
    const [message = ''] = await messagesFor(join(folder, 'no-yaml.yaml'));
    expect(message).toMatch(/^YAML error at file:.*no-yaml\.yaml, line \d+, column \d+: /);
    expect(await guarded.everything()).not.toContain('quick brown fox');
  });

  it.each(['text', 'yaml', 'json'])('refuses an entity that includes one by $%s', async kind => {
    const [message] = await messagesFor(`component:default/includes-${kind}`);
    const file = kind === 'text' ? 'note.txt' : `broken-note.${kind}`;
    expect(message).toContain(`url:${guarded.url}/${file}: line `);
    const { status } = await guarded.get(`/entities/by-name/component/default/includes-${kind}`);
    expect(status).toBe(404);
  });

  it('takes what is fine, as without it', async () => {
    const entity = await guarded.until(async () => {
      const { status, body } = await guarded.get(
        '/entities/by-name/component/default/fine-includes',
      );
      return status === 200 ? (body as Entity) : undefined;
    });
    expect(entity.spec).toMatchObject({ text: 'Nothing to hide', yaml: { a: 1 }, json: { b: 2 } });
  });

  it('stores, logs and tells nothing of it', async () => {
    for (const name of Object.keys(LEAKY)) await messagesFor(`${guarded.url}/${name}`);
    const { body } = await guarded.get('/entities?filter=kind=component');
    expect(body.map(({ metadata }: Entity) => metadata.name).sort()).toEqual([
      'fine',
      'fine-includes',
    ]);
    const everything = await guarded.everything();
    expect(everything).toContain('fine-includes');
    for (const part of TELLING) expect(everything).not.toContain(part);
  });

  it.each<[string, (url: string) => readonly [string, object]]>([
    [
      'a dry run of a location',
      url => ['/locations?dryRun=true', { type: 'url', target: `${url}/value.yaml` }],
    ],
    [
      'an analysis',
      url => ['/analyze-location', { location: { type: 'url', target: `${url}/value.yaml` } }],
    ],
    [
      'a validation',
      url => [
        '/validate-entity',
        {
          location: `url:${url}/posted.yaml`,
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'posted' },
            spec: {
              type: 'service',
              lifecycle: 'production',
              owner: 'core',
              infra: { note: PLANTED },
            },
          },
        },
      ],
    ],
  ])('does not repeat it in the answer to %s', async (_, ask) => {
    const { text } = await guarded.post(...ask(guarded.url));
    const everything = await guarded.everything();
    for (const part of TELLING) {
      expect(text).not.toContain(part);
      expect(everything).not.toContain(part);
    }
  });
});

it('keeps the last good entity when a file gets one, and takes the next good one', async () => {
  const guarded = await startGuarded({
    features: [catalogModule],
    files: { 'web.yaml': component('web', '  version: one') },
    urls: ['web.yaml'],
  });
  try {
    const version = (wanted: string) =>
      guarded.until(async () => {
        const { body } = await guarded.get('/entities/by-name/component/default/web');
        return body.spec?.version === wanted ? (body as Entity) : undefined;
      });
    const refused = (want: boolean) =>
      guarded.until(async () => {
        const { body } = await guarded.get('/entities?filter=kind=location');
        return messagesOf(body[0]).length > 0 === want ? (body[0] as Entity) : undefined;
      });
    await version('one');
    guarded.files.set('web.yaml', component('web', `  version: two # ${PLANTED}`));
    await refused(true);
    expect(messagesOf(await version('one'))).toEqual([]);
    for (const part of TELLING) expect(await guarded.everything()).not.toContain(part);

    guarded.files.set('web.yaml', component('web', '  version: three, and longer'));
    await version('three, and longer');
    await refused(false);
  } finally {
    await guarded.stop();
  }
});

it('does not show an entity of a provider that holds one', async () => {
  const entity = (name: string, more: object): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': 'test:x',
        'backstage.io/managed-by-origin-location': 'test:x',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'core', ...more },
  });
  const provider: EntityProvider = {
    getProviderName: () => 'test',
    connect: async connection =>
      connection.applyMutation({
        type: 'full',
        entities: [entity('leaky', { deep: [{ note: PLANTED }] }), entity('good', {})].map(
          each => ({ entity: each }),
        ),
      }),
  };
  const guarded = await startGuarded({
    features: [catalogModule],
    files: {},
    providers: [provider],
  });
  try {
    await guarded.until(async () => {
      const { body } = await guarded.get('/entities?filter=kind=component');
      return body.some(({ metadata }: Entity) => metadata.name === 'good') ? true : undefined;
    });
    const errors = await guarded.until(async () => {
      const everything = await guarded.everything();
      return everything.includes('component:default/leaky: spec.deep[0].note: looks like a secret')
        ? everything
        : undefined;
    });
    expect((await guarded.get('/entities/by-name/component/default/leaky')).status).toBe(404);
    // The catalog stores what a provider gives before anybody may look at it, and shows it to nobody.
    expect(errors.split(PLANTED)).toHaveLength(2);
  } finally {
    await guarded.stop();
  }
});
