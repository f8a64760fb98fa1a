import { recognise } from './recognise';
import { commandsIn } from './shell';

const first = (command: string) => recognise(commandsIn(command)[0] ?? []);

it.each([
  [
    'git push https://git.heroku.com/web-staging.git HEAD:main',
    { kind: 'deploy', platform: 'heroku', artifact: 'slug', target: 'web-staging' },
  ],
  [
    'git push -f git@heroku.com:web-staging.git main',
    { kind: 'deploy', platform: 'heroku', artifact: 'slug', target: 'web-staging' },
  ],
  [
    'git push https://git.heroku.com/$APP.git main',
    { kind: 'deploy', platform: 'heroku', artifact: 'slug' },
  ],
  [
    'git push staging main',
    { kind: 'deploy', platform: 'heroku', artifact: 'slug', remote: 'staging' },
  ],
  ['git push origin main', undefined],
  [
    'heroku container:release web worker -a web-staging',
    {
      kind: 'deploy',
      platform: 'heroku',
      artifact: 'container',
      processes: ['web', 'worker'],
      target: 'web-staging',
    },
  ],
  [
    'docker push registry.heroku.com/web-staging/worker',
    {
      kind: 'deploy',
      platform: 'heroku',
      artifact: 'container',
      target: 'web-staging',
      processes: ['worker'],
    },
  ],
  ['docker push example/web', undefined],
  [
    'heroku maintenance:on --app web-staging',
    { kind: 'maintenance', mode: 'on', target: 'web-staging' },
  ],
  [
    'heroku maintenance:off -a=web-staging',
    { kind: 'maintenance', mode: 'off', target: 'web-staging' },
  ],
  ['heroku run --app web rails db:migrate', { kind: 'migrate', target: 'web' }],
  ['heroku run "rake db:migrate" --exit-code -a web', { kind: 'migrate', target: 'web' }],
  ['heroku run -a web console', undefined],
  ['bundle exec rake db:migrate', { kind: 'migrate' }],
  ['python manage.py migrate --noinput', { kind: 'migrate' }],
  ['npx sequelize-cli db:migrate', { kind: 'migrate' }],
  ['yarn migrate', { kind: 'migrate' }],
  ['heroku pg:backups:capture -a web', { kind: 'backup', target: 'web' }],
  ['heroku pg:backups:restore b001 -a web', { kind: 'restore', target: 'web' }],
  ['pg_restore --clean dump', { kind: 'restore' }],
  [
    'heroku pipelines:promote -a web-staging --to web',
    { kind: 'promote', target: 'web-staging', to: 'web' },
  ],
  [
    'curl -f https://web.example.org/health',
    { kind: 'check', path: '/health', host: 'web.example.org' },
  ],
  ['curl -f https://$HOST/health', { kind: 'check', path: '/health' }],
  ['wget -q https://web.example.org', { kind: 'check', path: '/', host: 'web.example.org' }],
  [
    'aws ecs update-service --cluster c --service api',
    { kind: 'deploy', platform: 'ecs', target: 'api' },
  ],
  ['helm upgrade api ./chart', { kind: 'deploy', platform: 'kubernetes', target: 'api' }],
  ['cf push permit-intake', { kind: 'deploy', platform: 'cloud-foundry', target: 'permit-intake' }],
  ['terraform -chdir=infra apply -auto-approve', { kind: 'deploy', platform: 'terraform' }],
  ['./deploy.sh staging', { kind: 'script', path: './deploy.sh', arguments: ['staging'] }],
  ['bash bin/deploy.sh', { kind: 'script', path: 'bin/deploy.sh', arguments: [] }],
  ['npm test', undefined],
])('%s', (command, expected) => {
  expect(first(command)).toEqual(expected);
});

it('keeps no user, password or query of an address', () => {
  const planted = ['to', 'ken', '12345'].join('');
  const found = first(`curl https://me:${planted}@web.example.org/health?key=${planted}`);
  expect(found).toEqual({ kind: 'check', path: '/health', host: 'web.example.org' });
});
