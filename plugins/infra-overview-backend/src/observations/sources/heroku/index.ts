import { RequestBudget, wait } from '../../http';
import type { SourceKind } from '../SourceKind';
import { readHerokuConfig } from './config';
import { HerokuSource } from './HerokuSource';

export const heroku: SourceKind = {
  id: 'heroku',
  schedule: {
    frequency: { minutes: 15 },
    // A thousand apps take longer than the requests of one hour allow.
    timeout: { hours: 6 },
  },
  create({ config: configured, now }) {
    const config = readHerokuConfig(configured);
    const budget = new RequestBudget({ perHour: config.requestsPerHour, now, wait });
    return new HerokuSource({ config, budget, now, wait, jitter: Math.random });
  },
};
