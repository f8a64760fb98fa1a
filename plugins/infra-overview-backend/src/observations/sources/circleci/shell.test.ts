import { commandsIn } from './shell';

it.each([
  ['one command', 'heroku maintenance:on -a web', [['heroku', 'maintenance:on', '-a', 'web']]],
  [
    'several in a line',
    'cd app && npm ci; npm test',
    [
      ['cd', 'app'],
      ['npm', 'ci'],
      ['npm', 'test'],
    ],
  ],
  [
    'several lines',
    'npm ci\n\nnpm test\n',
    [
      ['npm', 'ci'],
      ['npm', 'test'],
    ],
  ],
  ['a line that goes on', 'heroku run \\\n  -a web', [['heroku', 'run', '-a', 'web']]],
  ['quotes keep words together', "bash -c 'a && b'", [['bash', '-c', 'a && b']]],
  ['quotes over two lines', 'echo "a\nb"', [['echo', 'a\nb']]],
  ['variables stay names', 'heroku run -a $APP_NAME', [['heroku', 'run', '-a', '$APP_NAME']]],
  ['settings before a command', 'RAILS_ENV=test sudo rake db:migrate', [['rake', 'db:migrate']]],
  ['comments', 'npm ci # and then\n# nothing', [['npm', 'ci']]],
  ['nothing', '  \n', []],
])('%s', (_, script, expected) => {
  expect(commandsIn(script)).toEqual(expected);
});
