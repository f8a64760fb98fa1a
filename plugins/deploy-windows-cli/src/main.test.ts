import packageJson from '../package.json';
import { COMMANDS } from './commands';
import { ran, TOKEN } from './__testUtils__/testWorld';

const TARGET = ['--entity', 'component:default/web', '--environment', 'production'];

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('of all commands for %j', async args => {
    const { code, out } = await ran(args);
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out.join('\n')).toContain(`  ${name} `);
  });

  it.each(COMMANDS.map(({ name }) => name))('of %s has examples that read', async name => {
    const command = COMMANDS.find(other => other.name === name);
    const { code, out } = await ran([...name.split(' '), '--help']);
    expect(code).toBe(0);
    for (const example of command?.examples ?? []) {
      expect(out.join('\n')).toContain(`deploy-windows ${example}`);
      // Without files and a server it ends somewhere, but never because of its flags.
      const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, bare]) => quoted?.replace(/^\$.*/, 'succeeded') ?? bare ?? '',
      );
      const { err } = await ran(words);
      expect(err.join('\n')).not.toMatch(/--help shows all flags/);
    }
  });

  it('of a group lists its commands', async () => {
    const { code, out } = await ran(['record', '--help']);
    expect([code, out.filter(line => line.startsWith('  record'))]).toEqual([
      0,
      [
        expect.stringContaining('record start'),
        expect.stringContaining('record finish'),
        expect.stringContaining('record done'),
      ],
    ]);
  });

  it('does not need a server, nor the flags', async () => {
    expect(
      (await ran(['lock', 'take', '--help'], { env: { DEPLOY_WINDOWS_URL: 'nonsense' } })).code,
    ).toBe(2);
    expect((await ran(['lock', 'take', '--help'], { env: { DEPLOY_WINDOWS_URL: '' } })).code).toBe(
      0,
    );
  });

  it('names the version', async () => {
    expect((await ran(['--version'])).out).toEqual([packageJson.version]);
  });
});

describe('wrong use says which flag and the way out', () => {
  it.each<[string, readonly string[], readonly RegExp[]]>([
    [
      'an unknown command',
      ['can-dploy'],
      [/"can-dploy" is no command; did you mean "can-deploy"\?/, /--help/],
    ],
    ['half a command', ['lock'], [/"lock" needs a second word: take, renew, release, hold/]],
    ['a flag first', ['--entity'], [/The first word must be a command/]],
    [
      'no target',
      ['can-deploy'],
      [/--entity REF and --environment NAME are missing/, /can-deploy --help/],
    ],
    [
      'one flag missing',
      ['can-deploy', '--entity', 'component:default/web'],
      [/--environment NAME is missing/],
    ],
    [
      'a misspelt flag',
      ['can-deploy', ...TARGET, '--durration', 'PT1H'],
      [/--durration is no flag of "can-deploy"; did you mean --duration\?/],
    ],
    [
      'a flag of another command',
      ['next', ...TARGET, '--wait', 'PT1H'],
      [/--wait is no flag of "next"/],
    ],
    [
      'a flag without its value',
      ['can-deploy', '--environment', 'production', '--entity'],
      [/--entity needs a value: --entity REF/],
    ],
    [
      'a flag in place of a value',
      ['can-deploy', '--entity', '--environment', 'production'],
      [/--entity needs a value/],
    ],
    [
      'an empty variable as a value',
      ['can-deploy', ...TARGET, '--duration', ''],
      [/--duration needs a value/],
    ],
    [
      'a flag twice',
      ['can-deploy', ...TARGET, '--entity', 'component:default/other'],
      [/--entity is given twice/],
    ],
    ['a value for a switch', ['can-deploy', ...TARGET, '--json=yes'], [/--json takes no value/]],
    ['a stray word', ['can-deploy', ...TARGET, 'now'], [/A word stands after --environment/]],
    [
      'an entity without a kind',
      ['can-deploy', '--entity', 'web', '--environment', 'production'],
      [/--entity is an entity with its kind, such as component:default\/web/],
    ],
    [
      'a length of time in other words',
      ['can-deploy', ...TARGET, '--duration', '20m'],
      [/--duration is a length of time such as PT20M/],
    ],
    ['no time at all', ['can-deploy', ...TARGET, '--wait', 'PT0S'], [/--wait is a length of time/]],
    [
      'a bare local time',
      ['can-deploy', ...TARGET, '--at', '2026-12-01 09:00'],
      [/--at is an instant with Z or an offset/],
    ],
    [
      'an abbreviation as a zone',
      ['can-deploy', ...TARGET, '--zone', 'EST'],
      [/--zone is an IANA time zone such as America\/Chicago/],
    ],
    [
      'an unknown change',
      ['can-deploy', ...TARGET, '--change-type', 'release'],
      [/--change-type is one of deploy, config, hotfix/],
    ],
    [
      'an unknown word',
      ['can-deploy', ...TARGET, '--on-unavailable', 'open'],
      [/--on-unavailable is one of block, allow, last-known/],
    ],
    [
      'too many openings',
      ['next', ...TARGET, '--count', '500'],
      [/--count is a whole number from 1 to 100/],
    ],
    [
      'waiting for another time',
      ['can-deploy', ...TARGET, '--wait', 'PT1H', '--at', '2026-12-01T15:00:00Z'],
      [/--wait and --at exclude each other/],
    ],
    [
      'waiting for files',
      ['can-deploy', ...TARGET, '--wait', 'PT1H', '--offline', 'catalog'],
      [/--wait and --offline exclude each other/],
    ],
    [
      'a short reason',
      ['lock', 'hold', ...TARGET, '--reason', 'no'],
      [/--reason says why, in at least 10 characters/],
    ],
    ['breaking without a reason', ['unlock', ...TARGET, '--break'], [/--break needs --reason/]],
    ['unlocking nothing', ['unlock'], [/Say which lock/]],
    [
      'a permit that is not there',
      ['record', 'start', '--permit', 'gone.json'],
      [/gone.json is not there/, /lock take/],
    ],
    [
      'a result that says nothing',
      ['record', 'done', ...TARGET, '--result', 'running'],
      [/--result is one of succeeded, failed, cancelled/],
    ],
    [
      'a finish of nobody knows what',
      ['record', 'finish', ...TARGET, '--result', 'failed'],
      [/Say which deploy ended/],
    ],
    [
      'a range that ends first',
      [
        'notice',
        'send',
        ...TARGET,
        '--from',
        '2026-12-02T10:00:00Z',
        '--to',
        '2026-12-02T09:00:00Z',
      ],
      [/--to must be after --from/],
    ],
    [
      'an address without a protocol',
      ['can-deploy', ...TARGET, '--url', 'portal.example.org'],
      [/--url is the address of the API/],
    ],
    [
      'several mistakes, all at once',
      ['can-deploy', '--entity', 'web', '--zone', 'EST', '--wat'],
      [/--wat/, /--entity/, /--zone/, /--environment NAME is missing/],
    ],
  ])('%s', async (_, args, words) => {
    const { code, out, err, sent } = await ran(args);
    expect([code, out, sent]).toEqual([2, [], []]);
    for (const one of words) expect(err.join('\n')).toMatch(one);
  });
});

describe('no secret is repeated', () => {
  const PLANTED = 'planted-word-7f3a';
  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    [
      'a token with a line break',
      ['can-deploy', ...TARGET],
      { DEPLOY_WINDOWS_TOKEN: `${PLANTED}\nx` },
    ],
    ['a token under a misspelt flag', ['can-deploy', ...TARGET, '--tokn', PLANTED], {}],
    [
      'a token under a misspelt flag, written together',
      ['can-deploy', ...TARGET, `--tokn=${PLANTED}`],
      {},
    ],
    ['a token as a command', [PLANTED], {}],
    ['a token as a stray word', ['can-deploy', ...TARGET, PLANTED], {}],
    ['a token with a space', ['can-deploy', ...TARGET, '--token', `${PLANTED} x`], {}],
    [
      'an address with a password',
      ['can-deploy', ...TARGET, '--url', `https://ci:${PLANTED}@portal.example.org`],
      {},
    ],
  ])('%s', async (_, args, env) => {
    const { code, out, err } = await ran(args, { env });
    expect(code).toBe(2);
    expect([...out, ...err].join('\n')).not.toContain(PLANTED);
  });

  it('not even in an error of the network', async () => {
    const { code, err } = await ran(['can-deploy', ...TARGET], {
      reply: () => {
        throw new TypeError(`Headers.append: "Bearer ${TOKEN}" is an invalid header value.`);
      },
    });
    expect(code).toBe(3);
    expect(err.join('\n')).not.toContain(TOKEN);
  });
});
