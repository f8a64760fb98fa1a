import { infraJsonSchema } from 'backstage-plugin-infra-overview-common';
import { COMMANDS } from './commands';
import { ran } from './__testUtils__/ran';
import { PLANTED } from './__testUtils__/planted';

describe('help', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('of all: %j', args => {
    const { code, out } = ran(args);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS)
      expect(out).toContainEqual(
        expect.stringMatching(new RegExp(`^  ${name} +${summary.slice(0, 20)}`)),
      );
  });

  it.each(COMMANDS.flatMap(({ name }) => [[[name, '--help']], [['help', name]], [[name, '-h']]]))(
    'of one: %j',
    args => {
      const { code, out } = ran(args);
      expect([code, out.at(-4)]).toEqual([0, 'Exit codes:']);
    },
  );
});

describe('wrong use', () => {
  it.each<[readonly string[], string]>([
    [['chek', '.'], '"chek" is no command; did you mean "check"?'],
    [['frobnicate'], '"frobnicate" is no command.'],
    [[PLANTED], 'The first word must be a command.'],
    [['check'], 'PATH is missing.'],
    [['check', '.', '--jsn'], '--jsn is no flag of "check"; did you mean --json?'],
    [['check', '.', '--entity', 'x'], '--entity is no flag of "check".'],
    [['check', '.', `--${PLANTED}`], 'A flag is unknown to "check".'],
    [['check', '.', '--format', 'xml'], '--format is one of text, json, github.'],
    [['check', '.', '--allow'], '--allow needs a value: --allow FILE.'],
    [['check', '.', '--json', '--json'], '--json is given twice; give it once.'],
    [['check', '@nowhere'], 'There is no file or folder nowhere.'],
    [['check', '.', '--allow', '@nowhere'], 'There is no file nowhere.'],
    [['show', '@'], '--entity REF is missing.'],
    [
      ['show', '@', '--entity', 'web'],
      '--entity is an entity with its kind, such as component:default/web.',
    ],
    [['schema', 'x'], 'A word stands where a flag is expected; flags begin with --.'],
  ])('%j', (args, message) => {
    const { code, out, err } = ran(args);
    expect([code, out, err[0]]).toEqual([2, [], message]);
    expect(err.join()).not.toContain(PLANTED);
  });
});

it('prints the schema', () => {
  const { code, out } = ran(['schema']);
  expect([code, JSON.parse(out.join('\n'))]).toEqual([0, infraJsonSchema()]);
});
