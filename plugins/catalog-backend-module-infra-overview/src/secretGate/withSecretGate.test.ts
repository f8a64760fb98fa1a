import type {
  CatalogProcessorParser,
  CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import { processingResult } from '@backstage/plugin-catalog-node';
import { findSecrets, type Excuse } from 'backstage-plugin-infra-overview-common/secrets';
import { PLANTED } from '../__testUtils__/planted';
import { component } from '../__testUtils__/startGuarded';
import { LARGEST_FILE, withSecretGate } from './withSecretGate';

const location = { type: 'url', target: 'https://git.example.org/shop/web/catalog-info.yaml' };
const NOW = Date.parse('2026-11-24T17:00:00Z');
const leaky = component('web', `  key: ${PLANTED}`);
const [{ rule } = { rule: '' }] = findSecrets(leaky);

async function read(text: string, excuses: readonly Excuse[] = [], next?: CatalogProcessorParser) {
  const results: CatalogProcessorResult[] = [];
  const gate = withSecretGate(next, { excuses, now: () => NOW });
  for await (const result of gate({ data: Buffer.from(text), location })) results.push(result);
  return results.map(result => {
    if (result.type === 'entity') return result.entity.metadata.name;
    return result.type === 'error' ? result.error.message : result.type;
  });
}

const refusal = (line: number) =>
  expect.stringContaining(`catalog-info.yaml: line ${line}: looks like a secret (rule ${rule})`);

describe('withSecretGate', () => {
  it.each<[string, string, unknown[]]>([
    ['nothing', '', []],
    ['one entity', component('web'), ['web']],
    ['several', `${component('web')}\n---\n${component('worker')}`, ['web', 'worker']],
    ['a secret in one of several', `${component('web')}\n---\n${leaky}`, [refusal(19)]],
    [
      'a secret after broken YAML',
      `${component('web', '  a: [')}\n---\n# ${PLANTED}`,
      [refusal(11)],
    ],
    [
      'broken YAML beside what is right',
      `${component('web')}\n---\nwords: "the quick brown fox\n---\n${component('worker')}`,
      [
        'web',
        expect.stringMatching(/^YAML error at url:https:.*, line \d+, column \d+: (?!.*quick)/),
      ],
    ],
    ['text alone', 'the quick brown fox', ['Expected object at root, got string']],
    ['a circle', 'kind: &a { inner: *a }', [expect.stringContaining('cannot be read, ')]],
    [
      'an alias without anchor',
      'kind: *the-quick-brown-fox',
      [expect.not.stringContaining('quick')],
    ],
    [
      'nesting without end',
      `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      [expect.stringMatching(/, line 1, column \d+: it is nested too deeply$/)],
    ],
    [
      'too much',
      `a: ${'x '.repeat(LARGEST_FILE / 2)}`,
      [expect.stringMatching(/is larger than 2 MiB\. It was not read/)],
    ],
  ])('%s', async (_, text, expected) => {
    const results = await read(text);
    expect(results.slice(0, expected.length)).toEqual(expected);
    expect(results.join()).not.toContain(PLANTED);
  });

  it('takes a file that just fits', async () => {
    const text = component('web');
    const padded = `${text}#${'x'.repeat(LARGEST_FILE - Buffer.byteLength(text) - 1)}`;
    expect(await read(padded)).toEqual(['web']);
  });

  const excuse = (fields: Partial<Excuse>): Excuse => ({
    rule,
    location: `url:${location.target}`,
    reason: 'An example',
    endsAt: NOW + 1,
    ...fields,
  });
  it.each<[string, Partial<Excuse>, unknown]>([
    ['holds for its rule and place', {}, 'web'],
    ['holds for the target alone', { location: location.target }, 'web'],
    ['holds for a pattern', { location: '*/shop/*' }, 'web'],
    [
      'does not hold elsewhere',
      { location: 'url:https://git.example.org/shop/other.yaml' },
      refusal(9),
    ],
    ['does not hold for another rule', { rule: 'another' }, refusal(9)],
    ['does not hold when it has ended', { endsAt: NOW }, refusal(9)],
  ])('an excuse %s', async (_, fields, expected) => {
    expect(await read(leaky, [excuse(fields)])).toEqual([expected]);
  });

  describe('around the parser of somebody else', () => {
    it('does not call it for a file with a secret', async () => {
      const parser = jest.fn();
      expect(await read(leaky, [], parser)).toEqual([refusal(9)]);
      expect(parser).not.toHaveBeenCalled();
    });

    it('searches what it makes, and names the path where no line says it', async () => {
      const results = await read('words', [], async function* parser() {
        yield processingResult.entity(location, {
          apiVersion: 'v1',
          kind: 'Component',
          metadata: { name: 'made', description: PLANTED },
        });
      });
      expect(results).toEqual([
        expect.stringMatching(
          /^component:default\/made: metadata\.description: looks like a secret/,
        ),
      ]);
    });

    it('passes on neither its words nor what it throws', async () => {
      const quote = 'the quick brown fox';
      const says = async function* parser() {
        yield processingResult.generalError(location, quote);
      };
      const throws = async function* parser(): AsyncGenerator<CatalogProcessorResult> {
        throw new Error(quote);
      };
      for (const parser of [says, throws]) {
        const results = await read('words', [], parser);
        expect(results).toEqual([expect.stringContaining('cannot be read')]);
        expect(results.join()).not.toContain(quote);
      }
    });
  });
});
