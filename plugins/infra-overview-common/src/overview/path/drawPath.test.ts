import { viewOf } from '../../effective';
import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { effectiveOf } from '../__fixtures__/readFixture';
import { inheriting } from '../__fixtures__/standards';
import { drawPath } from './drawPath';

const production = drawPath(viewOf(effectiveOf(noipm), 'production'));

it.each`
  id          | lane | column | label                  | sublabel         | tone         | element
  ${'client'} | ${0} | ${0}   | ${'Client'}            | ${undefined}     | ${'neutral'} | ${'requestPath.nodes[client]'}
  ${'router'} | ${0} | ${1}   | ${'Router'}            | ${'Heroku'}      | ${'neutral'} | ${'requestPath.nodes[router]'}
  ${'web'}    | ${0} | ${2}   | ${'web ×1'}            | ${'hobby'}       | ${'warning'} | ${'environments[production].processes[web]'}
  ${'db'}     | ${0} | ${3}   | ${'Heroku PostgreSQL'} | ${'no failover'} | ${'bad'}     | ${'addons[db]'}
  ${'search'} | ${0} | ${3}   | ${'Elasticsearch'}     | ${'search'}      | ${'neutral'} | ${'addons[search]'}
  ${'worker'} | ${1} | ${0}   | ${'worker ×1'}         | ${'hobby'}       | ${'warning'} | ${'environments[production].processes[worker]'}
`('NOIPM: $id reads $label in lane $lane', ({ id, sublabel, ...expected }) => {
  const step = production.steps.find(found => found.id === id);
  expect(step).toMatchObject(expected);
  expect(step?.sublabel).toBe(sublabel);
});

it('reads out as a list', () => {
  expect(production.steps.map(({ sentence }) => sentence)).toEqual([
    'Client: goes to Router.',
    'Router, Heroku: goes to web ×1.',
    'web ×1, hobby: goes to Heroku PostgreSQL and Elasticsearch.',
    'Heroku PostgreSQL, no failover.',
    'Elasticsearch, search.',
    'worker ×1, hobby: goes to Heroku PostgreSQL.',
  ]);
});

it('says ports, conditions and behaviour on the arrows', () => {
  const { edges } = drawPath(viewOf(effectiveOf(listminut), 'production'));
  expect(edges.map(({ from, to, label }) => [from, to, label])).toEqual([
    ['client', 'cloudflare', 'HTTPS, port 443'],
    ['cloudflare', 'router', undefined],
    ['router', 'web', 'chosen at random'],
    ['web', 'db', 'depends on the request'],
    ['web', 's3', 'depends on the request'],
    ['worker', 'db', undefined],
  ]);
});

it('a replica without a word about failover is unknown, not good', () => {
  const { steps } = drawPath(viewOf(effectiveOf(listminut), 'production'));
  expect(steps.find(({ id }) => id === 'db')).toMatchObject({
    sublabel: '1 replica, failover not stated',
    tone: 'unknown',
  });
});

it('without a request path there is a word instead of a drawing', () => {
  expect(drawPath(viewOf(effectiveOf(inheriting), 'live'))).toEqual({
    fact: 'not-stated',
    text: 'not stated',
    steps: [],
    edges: [],
    lanes: 0,
  });
});
