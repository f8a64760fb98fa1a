import { canDeployCommand } from './command';

it.each([
  ['system:default/noipm', 'production', '--entity system:default/noipm --environment production'],
  ['system:default/noipm', "it's live", `--environment 'it'\\''s live'`],
])('asks about %s, %s', (entity, environment, part) => {
  expect(canDeployCommand(entity, environment)).toContain(part);
});
