// What the worlds are built of: plain state, in the shape Heroku answers with as far as that is possible.
import { randomUUID } from 'node:crypto';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = at => new Date(at).toISOString();

export function emptyWorld({ now, secrets }) {
  return { now, secrets, pipelines: [], apps: [], addons: [], attachments: [], failing: false };
}

export function addPipeline(world, name) {
  const pipeline = { id: randomUUID(), name, reviewApps: [], testRuns: [] };
  world.pipelines.push(pipeline);
  return pipeline;
}

/** @param wish name, stage, pipeline, processes: { web: [1, 'Basic'] }, domains: ['www.x.example'] */
export function addApp(
  world,
  { name, stage, pipeline, processes = {}, domains = [], certificate },
) {
  const app = {
    id: randomUUID(),
    name,
    stage,
    pipeline: pipeline?.id,
    maintenance: false,
    deployedAt: world.now() - 2 * DAY,
    formation: Object.entries(processes).map(([type, [quantity, size]]) => ({
      id: randomUUID(),
      type,
      quantity,
      size,
      command: world.secrets.command(),
    })),
    domains: [`${name}.herokuapp.com`, ...domains].map((hostname, index) => ({
      id: randomUUID(),
      hostname,
      kind: index === 0 ? 'heroku' : 'custom',
    })),
    certificate,
    drains: [],
    transfers: [],
  };
  world.apps.push(app);
  return app;
}

const PRICES = { 'standard-0': 5000, 'premium-0': 20000, 'essential-0': 500, mini: 300 };

export function addAddon(world, app, plan, { variables = [], as } = {}) {
  const service = plan.split(':')[0];
  const short = service.replace('heroku-', '');
  const addon = {
    id: randomUUID(),
    name: `${short}-${world.apps.indexOf(app) + 1}${String(world.addons.length).padStart(4, '0')}`,
    app: { id: app.id, name: app.name },
    addon_service: { id: randomUUID(), name: service },
    state: 'provisioned',
    config_vars: variables,
    schedules: [],
  };
  setPlan(addon, plan);
  world.addons.push(addon);
  attach(world, app, addon, as ?? short.toUpperCase());
  return addon;
}

export function setPlan(addon, name) {
  addon.plan = { id: randomUUID(), name };
  const cents = PRICES[name.split(':')[1]] ?? 0;
  addon.billed_price = { cents, contract: false, unit: 'month' };
}

export function attach(world, app, addon, name) {
  const { id, name: appName } = app;
  world.attachments.push({ id: randomUUID(), app: { id, name: appName }, addon, name });
}

export function addDrain(world, app, addon) {
  app.drains.push({
    id: randomUUID(),
    addon: addon ? { id: addon.id, name: addon.name } : null,
    url: world.secrets.drainUrl(),
    token: `d.${world.secrets.word()}`,
  });
}

export function addSchedule(addon, { hour, timezone, weeks, months = 0 }) {
  const schedule = {
    uuid: randomUUID(),
    name: 'DATABASE_URL',
    hour,
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    timezone,
    retain_weeks: weeks,
    retain_months: months,
  };
  addon.schedules.push(schedule);
  return schedule;
}

/** @param kind backup or restore; a backup with a schedule is one of its own */
export function addTransfer(world, app, { kind, hoursAgo, schedule, succeeded = true }) {
  const finished = world.now() - hoursAgo * HOUR;
  const isBackup = kind === 'backup';
  const [database, dump] = [world.secrets.databaseUrl(), world.secrets.dumpUrl()];
  app.transfers.push({
    uuid: randomUUID(),
    num: app.transfers.length + 1,
    from_name: isBackup ? 'DATABASE' : 'BACKUP',
    from_type: isBackup ? 'pg_dump' : 'gof3r',
    from_url: isBackup ? database : dump,
    to_name: isBackup ? 'BACKUP' : 'DATABASE',
    to_type: isBackup ? 'gof3r' : 'pg_restore',
    to_url: isBackup ? dump : database,
    created_at: iso(finished - 240_000),
    finished_at: iso(finished),
    succeeded,
    processed_bytes: 12_400_000 + app.transfers.length * 31_000,
    warnings: 0,
    schedule: schedule ? { uuid: schedule.uuid } : null,
  });
}

/** The pairs of a database, by its plan. */
export function databaseInfo(world, addon) {
  const plan = addon.plan.name.split(':')[1];
  const isProtected = !plan.startsWith('essential');
  const pairs = [
    ['Plan', [plan]],
    ['Status', ['Available']],
    ...(plan.startsWith('premium') ? [['HA Status', ['Available']]] : []),
    ['Data Size', ['1.2 GB']],
    ['PG Version', ['16.4']],
    ['Continuous Protection', [isProtected ? 'On' : 'Off']],
    ...(isProtected ? [['Rollback', [`earliest from ${stamp(world.now() - 4 * DAY)}`]]] : []),
    // As Heroku does it: addresses, passwords included, which its command line turns into names.
    ...(plan.startsWith('premium') ? [['Followers', [world.secrets.databaseUrl()]]] : []),
    ['Maintenance window', ['Tuesdays 15:00 to 19:00 UTC']],
  ];
  return {
    name: addon.name,
    resource_url: world.secrets.databaseUrl(),
    database_user: world.secrets.word(),
    database_password: world.secrets.word(),
    info: pairs.map(([name, values]) => ({ name, values })),
  };
}

const stamp = at => `${iso(at).slice(0, 16).replace('T', ' ')} UTC`;
