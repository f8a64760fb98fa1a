// The apps of the NOIPM example as they might really be, a few years after its document was written.
import {
  addAddon,
  addApp,
  addDrain,
  addPipeline,
  addSchedule,
  addTransfer,
  attach,
  emptyWorld,
} from './builders.mjs';

const DAY = 86_400_000;
const POSTGRES = ['DATABASE_URL'];

export function noipmWorld(options) {
  const world = emptyWorld(options);
  const pipeline = addPipeline(world, 'noipm');
  const production = addApp(world, {
    name: 'noipm-production',
    stage: 'production',
    pipeline,
    // Scaled up since the document was written.
    processes: { web: [2, 'Standard-1X'], worker: [1, 'Standard-1X'] },
    domains: ['complaints.noipm.example'],
    certificate: {
      acm: false,
      issuer: "/C=US/O=Let's Encrypt/CN=R11",
      expires_at: new Date(world.now() + 12 * DAY).toISOString(),
    },
  });
  const staging = addApp(world, {
    name: 'noipm-staging',
    stage: 'staging',
    pipeline,
    processes: { web: [1, 'Hobby'], worker: [1, 'Hobby'] },
  });
  const ci = addApp(world, {
    name: 'noipm-ci',
    stage: 'development',
    pipeline,
    processes: { web: [1, 'Hobby'], worker: [1, 'Hobby'] },
  });
  // Nobody wrote this one down.
  addApp(world, {
    name: 'noipm-sandbox',
    stage: 'development',
    pipeline,
    processes: { web: [1, 'Eco'] },
  });

  const database = addAddon(world, production, 'heroku-postgresql:standard-0', {
    variables: POSTGRES,
    as: 'DATABASE',
  });
  const nightly = addSchedule(database, { hour: 2, timezone: 'America/Chicago', weeks: 4 });
  for (let day = 6; day >= 0; day--) {
    addTransfer(world, production, { kind: 'backup', hoursAgo: day * 24 + 3, schedule: nightly });
  }
  addAddon(world, production, 'heroku-redis:mini', { variables: ['REDIS_URL'] });
  for (const app of [staging, ci]) {
    addAddon(world, app, 'heroku-postgresql:essential-0', { variables: POSTGRES, as: 'DATABASE' });
  }
  addTransfer(world, staging, { kind: 'restore', hoursAgo: 50 });

  // One Papertrail for two apps.
  const papertrail = addAddon(world, production, 'papertrail:fixa', {
    variables: ['PAPERTRAIL_API_TOKEN'],
  });
  attach(world, staging, papertrail, 'PAPERTRAIL');
  for (const app of [production, staging]) addDrain(world, app, papertrail);
  addDrain(world, production);
  return world;
}
