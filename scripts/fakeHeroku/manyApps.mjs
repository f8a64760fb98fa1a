// As many apps as wished, for measuring: pipelines of three, each app with a database, a few with names of their own.
import {
  addAddon,
  addApp,
  addDrain,
  addPipeline,
  addSchedule,
  addTransfer,
  emptyWorld,
} from './builders.mjs';

const STAGES = ['production', 'staging', 'development'];

export function manyApps(count, options) {
  const world = emptyWorld(options);
  let pipeline;
  for (let index = 0; index < count; index++) {
    const stage = STAGES[index % STAGES.length];
    if (stage === 'production') pipeline = addPipeline(world, `project-${index / STAGES.length}`);
    const isProduction = stage === 'production';
    const app = addApp(world, {
      name: `project-${Math.floor(index / STAGES.length)}-${stage}`,
      stage,
      pipeline,
      processes: { web: [isProduction ? 2 : 1, 'Basic'], worker: [1, 'Basic'] },
      domains: isProduction ? [`www.project-${index}.example`] : [],
      ...(isProduction && {
        certificate: {
          acm: true,
          issuer: '',
          expires_at: new Date(world.now() + 5e9).toISOString(),
        },
      }),
    });
    const database = addAddon(world, app, 'heroku-postgresql:standard-0', {
      variables: ['DATABASE_URL'],
      as: 'DATABASE',
    });
    const schedule = addSchedule(database, { hour: 2, timezone: 'UTC', weeks: 4 });
    for (let day = 0; day < 7; day++) {
      addTransfer(world, app, { kind: 'backup', hoursAgo: day * 24 + 3, schedule });
    }
    addDrain(world, app, addAddon(world, app, 'papertrail:fixa'));
  }
  return world;
}
