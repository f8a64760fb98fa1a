// The page at the root of the server: what there is, and buttons that change it.
import { addAddon, addTransfer, setPlan } from './builders.mjs';

const production = world => world.apps.find(({ stage }) => stage === 'production');
const staging = world => world.apps.find(({ stage }) => stage === 'staging');
const database = world =>
  world.addons.find(
    ({ app, plan }) => app.id === production(world)?.id && /postgres/.test(plan.name),
  );
const scaleWeb = quantity => world => {
  const web = production(world).formation.find(({ type }) => type === 'web');
  if (web) web.quantity = quantity;
};

/** What a person can do to the world. */
export const ACTIONS = {
  'scale-1': ['Scale web of production to 1', scaleWeb(1)],
  'scale-3': ['Scale web of production to 3', scaleWeb(3)],
  premium: [
    'Give production the plan premium-0, with a standby and a follower',
    world => setPlan(database(world), 'heroku-postgresql:premium-0'),
  ],
  standard: [
    'Give production the plan standard-0',
    world => setPlan(database(world), 'heroku-postgresql:standard-0'),
  ],
  addon: [
    'Add an add-on to production',
    world =>
      addAddon(world, production(world), 'memcachier:dev', { variables: ['MEMCACHIER_SERVERS'] }),
  ],
  backup: [
    'Make a backup of production now',
    world => addTransfer(world, production(world), { kind: 'backup', hoursAgo: 0 }),
  ],
  restore: [
    'Restore a backup into staging now',
    world => addTransfer(world, staging(world), { kind: 'restore', hoursAgo: 0 }),
  ],
  maintenance: [
    'Turn maintenance mode of production on or off',
    world => {
      const app = production(world);
      app.maintenance = !app.maintenance;
    },
  ],
  deploy: [
    'Deploy to production now',
    world => {
      production(world).deployedAt = world.now();
    },
  ],
  fail: [
    'Answer every request with 500, or stop doing so',
    world => {
      world.failing = !world.failing;
    },
  ],
};

const escaped = text =>
  String(text).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);

const list = items => `<ul>${items.map(item => `<li>${escaped(item)}</li>`).join('')}</ul>`;

export function page(world) {
  const apps = world.apps.slice(0, 20).map(app => {
    const addons = world.attachments
      .filter(attachment => attachment.app.id === app.id)
      .map(({ addon }) => `${addon.name}: ${addon.plan.name}`);
    const processes = app.formation.map(
      ({ type, quantity, size }) => `${type} ×${quantity} ${size}`,
    );
    const domains = app.domains.map(({ hostname }) => hostname);
    const state = app.maintenance ? ', in maintenance' : '';
    return `<h2>${escaped(app.name)} <small>(${escaped(app.stage)}${state})</small></h2>${list([
      ...processes,
      ...addons,
      ...domains,
    ])}`;
  });
  const buttons = Object.entries(ACTIONS).map(
    ([name, [label]]) =>
      `<button name="action" value="${escaped(name)}">${escaped(label)}</button>`,
  );
  const status = world.failing ? 'It answers every request with 500.' : 'It answers.';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A stand-in for Heroku</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  button { display: block; margin: .3rem 0; font: inherit }
  ul { margin: 0 } h2 { font-size: 1.1rem; margin: 1rem 0 0 }
</style>
<h1>A stand-in for Heroku</h1>
<p>Nothing here is real. Change something, wait for the next look of the portal (every 15 seconds), and see the difference on
the page of the project. <strong>${status}</strong></p>
<form method="post" action="/">${buttons.join('\n')}</form>
${apps.join('\n')}
</html>
`;
}
