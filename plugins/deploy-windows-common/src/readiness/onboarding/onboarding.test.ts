import { effectiveInfra, viewOf, type InfraDocument } from 'backstage-plugin-infra-overview-common';
import { aChainLink } from 'backstage-plugin-infra-overview-common/testUtils';
import {
  always,
  READINESS_NOW as NOW,
  someLayers,
  UNKNOWN,
} from '../../testUtils/readinessBuilders';
import { effective as effectiveAt } from '../effective/effective';
import { onboardingAnswerSchema, type OnboardingAnswer } from '../wire';
import { onboarding } from './onboarding';
import type { OnboardingInput, OnboardingRole } from './onboardingInput';

const DOCUMENT: Partial<Omit<InfraDocument, 'schema'>> = {
  verified: { method: 'document', at: '2019-07-19' },
  environments: [
    {
      name: 'production',
      stage: 'production',
      url: 'https://app.example.org',
      hosting: { platform: 'heroku', product: 'dynos' },
      exposure: { level: 'public' },
      deploy: { trigger: 'push', branch: 'master' },
    },
    { name: 'staging', stage: 'staging', hosting: { platform: 'heroku' } },
  ],
  glossary: [{ id: 'ipm', term: 'IPM', meaning: 'The mayor’s office' }],
  addons: [{ id: 'db', category: 'database', product: 'heroku-postgresql' }],
  credentialLocations: [
    { id: 'heroku', what: 'Heroku account', store: '1password', access: ['group:default/core'] },
  ],
  observability: {
    alerts: [
      {
        id: 'down',
        targets: [{ channel: 'page', to: 'group:default/core' }],
        runbook: 'restart',
      },
    ],
  },
  procedures: [{ id: 'restart', kind: 'other', title: 'Restart it', steps: [] }],
  backups: [],
  risks: { notNeeded: 'it is a demo' },
};

const ask = (
  role: OnboardingRole,
  document = DOCUMENT,
  more: Partial<OnboardingInput> = {},
): OnboardingAnswer => {
  const effective = effectiveInfra([aChainLink('component', document)]);
  const answer = onboarding({
    entityRef: 'component:default/web',
    title: 'Web',
    owner: 'group:default/core',
    role,
    effective,
    view: viewOf(effective, 'production'),
    checks: [],
    titles: { 'group:default/core': 'Core team', 'user:default/ada': 'Ada' },
    now: NOW,
    ...more,
  });
  expect(onboardingAnswerSchema.parse(answer)).toEqual(answer);
  return answer;
};
const texts = (answer: OnboardingAnswer, id: string) =>
  answer.sections.find(section => section.id === id)?.lines.map(({ text }) => text);

it.each<[OnboardingRole, readonly string[]]>([
  ['newcomer', ['what', 'where', 'access', 'outlook', 'change', 'alerts', 'recovery']],
  ['engineer', ['access', 'change', 'where', 'recovery', 'alerts', 'outlook', 'what']],
  ['on-call', ['alerts', 'recovery', 'access', 'where', 'change', 'outlook', 'what']],
  ['manager', ['what', 'outlook', 'where', 'alerts', 'recovery', 'access', 'change']],
])('a role chooses the order, not the content: %s', (role, order) => {
  const answer = ask(role);
  expect(answer.sections.map(({ id }) => id)).toEqual(order);
  expect(answer.gaps).toBe(ask('engineer').gaps);
});

it('every line is a fact with where it comes from, or says whom to ask', () => {
  const answer = ask('engineer', DOCUMENT, {
    description: 'Complaints are handled here.',
    windows: ['Every Tuesday 09:00–10:00 (America/Chicago), agreed with IPM'],
    alertPeople: ['user:default/ada', 'user:default/hidden'],
  });
  expect(texts(answer, 'what')).toEqual(['Complaints are handled here.', 'IPM']);
  expect(texts(answer, 'where')).toEqual([
    'production: Heroku dynos',
    'staging: Heroku',
    'Who can reach production: public',
    'Its addresses: not written down yet. Ask Core team.',
  ]);
  expect(texts(answer, 'change')).toEqual([
    'To production: every push to master',
    'Who may deploy: not written down yet. Ask Core team.',
    'Every Tuesday 09:00–10:00 (America/Chicago), agreed with IPM',
    'How a deploy is done: not written down yet. Ask Core team.',
  ]);
  expect(texts(answer, 'access')).toEqual(['Heroku account']);
  expect(texts(answer, 'alerts')).toEqual(['Down', 'Behind the alerts: Ada and 1 more']);
  expect(texts(answer, 'recovery')).toEqual([
    'Where the logs are: not written down yet. Ask Core team.',
    'Copies of the data: none',
    'How data is put back: not written down yet. Ask Core team.',
  ]);
  expect(texts(answer, 'outlook')).toEqual([
    'Owner: Core team',
    'Where to ask: not written down yet. Ask Core team.',
    'Known risks: not needed: it is a demo',
  ]);
  expect(answer.gaps).toBe(6);
  const [alert] = answer.sections.find(({ id }) => id === 'alerts')?.lines ?? [];
  expect(alert).toMatchObject({
    words: 'stated in a document of 19 Jul 2019, never confirmed',
    detail: expect.stringContaining('what to do first: Restart it'),
  });
});

it('an empty line leads to the open check that asks for it, a must-have first', () => {
  const judged = (id: string, at: string, levelled: 'must' | 'recommended' = 'must') => {
    const layers = someLayers({
      check: { id, levelled, fix: { at, yaml: '' } },
      steps: always({ ...UNKNOWN, findings: [] }),
    });
    return { layers, effective: effectiveAt(layers, NOW) };
  };
  const met = someLayers({ check: { id: 'met', fix: { at: 'support.entryPoint', yaml: '' } } });
  const answer = ask('engineer', DOCUMENT, {
    checks: [
      judged('advice', 'domains[]', 'recommended'),
      judged('https', 'domains[].tls'),
      judged('people', 'environments[].deploy.by[]'),
      judged('hosting', 'environments[].hosting'),
      { layers: met, effective: effectiveAt(met, NOW) },
    ],
  });
  const open = answer.sections.flatMap(({ lines }) =>
    lines.flatMap(({ text, openCheck }) => (openCheck === undefined ? [] : [[text, openCheck]])),
  );
  expect(open).toEqual([
    ['Who may deploy: not written down yet. Ask Core team.', 'people'],
    ['Its addresses: not written down yet. Ask Core team.', 'https'],
  ]);
});

it('of nothing written down every section says so, and nobody can be asked', () => {
  const { owner, ...rest } = { owner: undefined };
  const effective = effectiveInfra([aChainLink('component', {})]);
  const answer = onboarding({
    ...rest,
    entityRef: 'component:default/web',
    title: 'Web',
    role: 'newcomer',
    effective,
    view: viewOf(effective, 'production'),
    checks: [],
    titles: {},
    now: NOW,
  });
  expect(answer.sections.every(({ lines }) => lines.length > 0)).toBe(true);
  expect(texts(answer, 'access')).toEqual([
    'Where logins are kept: not written down yet. Nobody owns it, so nobody can be asked.',
  ]);
  expect(owner).toBeUndefined();
});

it('what comes last for a role is shortened, a gap never', () => {
  const alerts = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id: `alert-${id}` }));
  const lines = texts(ask('newcomer', { observability: { alerts } }), 'alerts');
  expect(lines).toEqual([
    'Alert a',
    'Alert b',
    'Alert c',
    '2 more lines on the page of its infrastructure',
  ]);
  expect(texts(ask('on-call', { observability: { alerts } }), 'alerts')).toHaveLength(5);
});

it('an address that could run something is no link', () => {
  const runbook = ['javascript', 'alert(1)'].join(':');
  const answer = ask('on-call', { observability: { alerts: [{ id: 'a', runbook }] } });
  expect(answer.sections[0]?.lines[0]?.href).toBeUndefined();
});
