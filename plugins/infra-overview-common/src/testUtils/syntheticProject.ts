import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { drawFrom, type Draw } from './draw';
import { syntheticDomain } from './syntheticDomain';
import { syntheticEntity } from './syntheticEntity';
import { syntheticService } from './syntheticService';

const DOMAINS = 8;
const TEAMS = 40;
const SUBJECTS = ['Permit', 'Complaint', 'Library', 'Order', 'Grant', 'Garden', 'Survey'] as const;
const THINGS = ['intake', 'manager', 'portal', 'search', 'register'] as const;
const PLATFORMS = ['heroku', 'heroku', 'heroku', 'aws', 'cloud.gov', 'engineyard'] as const;

/** `projects` Systems with their Components, the standards above them and the teams that own them. */
export function syntheticOrganisation(seed: number, projects: number): readonly Entity[] {
  return [
    ...count(TEAMS, index =>
      syntheticEntity('Group', `team-${index}`, {
        title: `Team ${index}`,
        spec: { type: 'team', children: [] },
      }),
    ),
    ...count(DOMAINS, index => syntheticDomain(seed, index)),
    ...count(projects, index => syntheticProject(seed, index)).flat(),
  ];
}

/** One System with one or two Components, as small and as incomplete as real ones. The same seed and index give the same project. */
export function syntheticProject(seed: number, index: number): readonly Entity[] {
  const draw = drawFrom(`${seed}/project/${index}`);
  const name = `project-${index}`;
  const owner = `group:default/team-${draw.number('owner', TEAMS)}`;
  const system = syntheticEntity('System', name, {
    title: `${draw.pick('subject', SUBJECTS)} ${draw.pick('thing', THINGS)} ${index}`,
    spec: { owner, domain: `area-${draw.number('domain', DOMAINS)}` },
    infra: systemDocument(draw, name),
  });
  const services = count(draw.chance('two services', 0.2) ? 2 : 1, number =>
    syntheticEntity('Component', `${name}-${number === 0 ? 'web' : 'jobs'}`, {
      title: number === 0 ? 'Web' : 'Jobs',
      spec: { type: 'service', lifecycle: 'production', owner, system: name },
      infra: syntheticService(drawFrom(`${seed}/service/${index}/${number}`), name),
    }),
  );
  return [system, ...services];
}

function systemDocument(draw: Draw, name: string): JsonObject {
  const stores = ['1password', 'aws-iam', 'account'] as const;
  return {
    status: 'current',
    verified: {
      method: draw.pick('method', ['document', 'document', 'human']),
      at: date(draw, 'verified', 2019, 8),
      source: 'project page',
      cadence: 'P180D',
    },
    tier: 1 + draw.number('tier', 4),
    environments: environments(draw, name),
    credentialLocations: count(1 + draw.number('credentials', 4), number => {
      const store = draw.pick(`store ${number}`, stores);
      return {
        id: `credential-${number}`,
        what: `Sign-in of supplier ${number}`,
        store,
        ...(store === 'account' && { ref: `account:${name}.team`, holder: 'The team account' }),
        access: count(
          1 + draw.number(`holders ${number}`, 3),
          group => `group:default/team-${group}`,
        ),
        appliesTo: [`platform:${draw.pick('platform', PLATFORMS)}`],
      };
    }),
    procedures: [
      {
        id: 'deploy',
        kind: 'deploy',
        title: 'Deploy a release',
        steps: [
          'Maintenance mode on',
          'Run the migrations',
          'Switch the container',
          'Maintenance mode off',
        ],
        duration: 'PT10M',
      },
      {
        id: 'read-logs',
        kind: 'access',
        title: 'Read the logs',
        steps: ['Open the dashboard', 'Choose the environment'],
      },
    ],
    risks: count(draw.number('risks', 5), number => ({
      id: `risk-${number}`,
      statement: `Nobody has tried what happens when supplier ${number} fails`,
      about: 'addons[db]',
      ...(draw.chance(`accepted ${number}`, 0.3) && { accepted: { by: 'role:owner' } }),
    })),
    improvements: count(draw.number('improvements', 6), number => ({
      id: `improvement-${number}`,
      title: `Replace supplier ${number}`,
      status: draw.pick(`status ${number}`, ['planned', 'possible', 'in-progress', 'done']),
    })),
    questions: count(draw.number('questions', 3), number => ({
      id: `question-${number}`,
      statement: `Who looks after supplier ${number}?`,
      about: 'backups[]',
    })),
  };
}

function environments(draw: Draw, name: string): JsonObject[] {
  const platform = draw.pick('platform', PLATFORMS);
  const stages = ['production', 'staging', 'ci', 'sandbox'] as const;
  return stages.slice(0, 1 + draw.number('environments', stages.length)).map(stage => ({
    name: stage,
    stage,
    hosting: {
      platform,
      product: platform === 'aws' ? 'ecs' : 'dynos',
      plan: draw.pick(`plan ${stage}`, ['hobby', 'standard-1x', 'performance-m']),
      region: draw.pick('region', ['eu', 'us']),
      app: `${name}-${stage}`,
    },
    url: `https://${stage}.${name}.example.org`,
    exposure: { level: stage === 'production' ? 'public' : 'team', enforcedBy: 'app' },
    deploy:
      stage === 'production'
        ? { trigger: 'manual', procedure: 'deploy', strategy: 'recreate', ...windows(draw) }
        : { trigger: 'push', branch: 'main' },
  }));
}

function windows(draw: Draw): JsonObject {
  if (!draw.chance('window', 0.4)) return { openByDefault: true };
  const day = draw.pick('day', ['mon', 'tue', 'wed', 'thu']);
  return {
    windows: [
      { id: 'weekly', kind: 'allow', schedule: { days: [day], from: '09:00', to: '11:00' } },
    ],
  };
}

function date(draw: Draw, question: string, from: number, years: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const year = from + draw.number(`${question} year`, years);
  const month = two(1 + draw.number(`${question} month`, 12));
  return `${year}-${month}-${two(1 + draw.number(`${question} day`, 28))}`;
}

function count<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}
