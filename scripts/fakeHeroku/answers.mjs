// Which path has which answer. Everything Heroku documents to be in an answer is in it, secrets too.
import { databaseInfo } from './builders.mjs';

const NOT_FOUND = { status: 404, body: { id: 'not_found', message: 'Not found.' } };
/** What a token of scope read gets where variables are. */
const FORBIDDEN = { status: 403, body: { id: 'forbidden', message: 'Scope is too narrow.' } };

const list = items => ({ status: 200, list: items });
const one = body => ({ status: 200, body });

const ROUTES = [
  ['/apps', world => list(world.apps.map(app => appAnswer(app)))],
  ['/pipelines', world => list(world.pipelines.map(({ id, name }) => ({ id, name })))],
  ['/pipeline-couplings', world => list(world.apps.filter(app => app.pipeline).map(coupling))],
  ['/addons', world => list(world.addons.map(addon => addonAnswer(addon)))],
  ['/addon-attachments', world => list(world.attachments.map(attachmentAnswer))],
  ['/apps/:app', withApp((_, app) => one(appAnswer(app)))],
  ['/apps/:app/formation', withApp((_, app) => list(app.formation))],
  ['/apps/:app/domains', withApp((_, app) => list(app.domains))],
  ['/apps/:app/sni-endpoints', withApp((world, app) => list(sniEndpoints(world, app)))],
  ['/apps/:app/log-drains', withApp((_, app) => list(app.drains))],
  ['/apps/:app/config-vars', () => FORBIDDEN],
  ['/addons/:addon/config', () => FORBIDDEN],
  ['/pipelines/:pipeline/config-vars', () => FORBIDDEN],
  [
    '/pipelines/:pipeline/latest-deployments',
    withPipeline((world, { id }) => list(deploys(world, id))),
  ],
  ['/pipelines/:pipeline/review-apps', withPipeline((_, { reviewApps }) => list(reviewApps))],
  ['/pipelines/:pipeline/test-runs', withPipeline((_, { testRuns }) => list(testRuns))],
  ['/client/v11/apps/:app/transfers', withApp((_, { transfers }) => one(transfers))],
  ['/client/v11/databases/:addon', withAddon((world, addon) => one(databaseInfo(world, addon)))],
  [
    '/client/v11/databases/:addon/transfer-schedules',
    withAddon((_, addon) => one(addon.schedules)),
  ],
].map(([pattern, answer]) => ({
  expression: new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`),
  answer,
}));

/** @returns {{ status: number, body?: unknown, list?: unknown[] }} */
export function answerTo(world, path) {
  for (const { expression, answer } of ROUTES) {
    const [, name] = expression.exec(path) ?? [];
    if (expression.test(path)) return answer(world, name && decodeURIComponent(name));
  }
  return NOT_FOUND;
}

function withApp(answer) {
  return (world, name) => {
    const app = world.apps.find(known => known.name === name || known.id === name);
    return app ? answer(world, app) : NOT_FOUND;
  };
}

function withAddon(answer) {
  return (world, name) => {
    const addon = world.addons.find(known => known.name === name || known.id === name);
    return addon ? answer(world, addon) : NOT_FOUND;
  };
}

function withPipeline(answer) {
  return (world, id) => {
    const pipeline = world.pipelines.find(known => known.id === id);
    return pipeline ? answer(world, pipeline) : NOT_FOUND;
  };
}

const appAnswer = ({ id, name, maintenance, deployedAt }) => ({
  id,
  name,
  maintenance,
  acm: false,
  region: { id: 'region', name: 'us' },
  stack: { id: 'stack', name: 'heroku-24' },
  build_stack: { id: 'stack', name: 'heroku-24' },
  generation: { id: 'generation', name: 'cedar' },
  space: null,
  owner: { id: 'owner', email: 'owner@fake.invalid' },
  git_url: `https://git.fake.invalid/${name}.git`,
  released_at: new Date(deployedAt).toISOString(),
  team: null,
});

const coupling = ({ id, pipeline, stage }) => ({
  id: `${pipeline}-${id}`,
  app: { id },
  pipeline: { id: pipeline },
  stage,
});

const addonAnswer = ({ id, name, app, addon_service, plan, state, billed_price, config_vars }) => ({
  id,
  name,
  app,
  addon_service,
  plan,
  state,
  billed_price,
  config_vars,
  actions: [],
  web_url: `https://addons.fake.invalid/${id}`,
});

const attachmentAnswer = ({ id, app, addon, name }) => ({
  id,
  app,
  addon: { id: addon.id, name: addon.name, app: addon.app },
  name,
  namespace: null,
});

const sniEndpoints = (world, { certificate, domains }) =>
  certificate
    ? [
        {
          id: 'endpoint',
          name: 'endpoint-1',
          domains: domains.filter(({ kind }) => kind === 'custom').map(({ id }) => id),
          certificate_chain: world.secrets.certificate(),
          ssl_cert: { ...certificate, cert_domains: domains.map(({ hostname }) => hostname) },
        },
      ]
    : [];

const deploys = (world, pipeline) =>
  world.apps
    .filter(app => app.pipeline === pipeline)
    .map(app => ({
      id: app.id,
      app: { id: app.id },
      created_at: new Date(app.deployedAt).toISOString(),
      status: 'succeeded',
    }));
