import { loadPacks, type LoadPacksOptions } from './loadPacks';
import { aPack } from '../__testUtils__/aCore';

const FILES: Readonly<Record<string, string>> = {
  'acme.yaml': aPack({ checks: [{ rule: { declared: 'deploy.command' } }] }),
  'again.yaml': aPack({ checks: [{ rule: { declared: 'deploy.rollback' } }] }),
  'next.yaml': aPack({ version: 2, checks: [{ rule: { declared: 'deploy.rollback' } }] }),
  'derived.yaml': JSON.stringify({
    schema: 'deploy-windows.io/readiness-pack/v1',
    pack: 'derived',
    version: 1,
    extends: 'acme@1',
    changes: [{ id: 'acme.check-0', level: 'recommended' }],
    checks: [],
  }),
  'broken.yaml': 'pack: [',
};

const load = (...config: LoadPacksOptions['config']) =>
  loadPacks({
    config,
    readFile: path => {
      const text = FILES[path];
      if (text === undefined) throw new Error(`ENOENT: ${path}`);
      return text;
    },
    digest: text => text,
  });

describe('loadPacks', () => {
  it('has the packs that come with the product', () => {
    const { packs, problems, asked } = load();
    expect(packs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['suite-basics', 'tts-good-production-practices', 'tts-hosting']),
    );
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('asks those of the configuration by name, by file, or the newest of a name', () => {
    const subjects = { kind: 'component' };
    const { asked } = load(
      { name: 'tts-hosting', subjects },
      { file: 'acme.yaml', subjects },
      { file: 'next.yaml' },
      { name: 'acme', subjects },
    );
    expect(asked).toEqual([
      { pack: 'tts-hosting@1', subjects },
      { pack: 'acme@1', subjects },
      { pack: 'acme@2', subjects },
    ]);
  });

  it('reads a derived pack before or after what it extends', () => {
    const { packs } = load({ file: 'derived.yaml' }, { file: 'acme.yaml' });
    expect(packs.find(({ name }) => name === 'derived')?.checks).toHaveLength(1);
  });

  it.each<[string, LoadPacksOptions['config'][number], RegExp]>([
    ['a file that is not there', { file: 'nowhere.yaml', subjects: {} }, /ENOENT/],
    ['a file that is no pack', { file: 'broken.yaml', subjects: {} }, /./],
    ['a version that is there already', { file: 'again.yaml', subjects: {} }, /already|version/],
    ['a name nobody has', { name: 'nobody@7', subjects: {} }, /there is no pack nobody@7/],
  ])('names %s and reads the others', (_, wrong, message) => {
    const { packs, problems, asked } = load({ file: 'acme.yaml', subjects: {} }, wrong);
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'refused', message: expect.stringMatching(message) }),
    );
    expect(packs.some(({ name }) => name === 'acme')).toBe(true);
    expect(asked).toContainEqual({ pack: 'acme@1', subjects: {} });
  });

  it('has another hash when one of them says something else', () => {
    expect(load({ file: 'acme.yaml' }).hash).not.toBe(load({ file: 'next.yaml' }).hash);
    expect(load({ file: 'acme.yaml' }).hash).not.toBe(
      load({ file: 'acme.yaml', subjects: {} }).hash,
    );
  });
});
