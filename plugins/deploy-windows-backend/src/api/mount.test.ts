import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { z } from 'zod';
import { mount } from './mount';
import { route } from './route';

const textOf = (length: number) =>
  route({
    method: 'get',
    path: `/v1/${length}`,
    summary: 'So many letters',
    allow: ['user'],
    answers: { 200: z.object({ text: z.string() }) },
    handle: async () => ({ body: { text: 'a'.repeat(length) } }),
  });

const app = express().use(
  mount([textOf(10), textOf(20_000)], {
    httpAuth: mockServices.httpAuth(),
    auditor: mockServices.auditor.mock(),
    principals: { principalOf: async () => ({ ref: 'user:default/mock', memberOf: [] }) },
    now: () => 0,
    checkAnswers: true,
  }),
);

it.each([
  [10, 'no-transform'],
  [20_000, undefined],
])('an answer of %d letters is packed only when that saves something', async (length, expected) => {
  const { status, body, headers } = await request(app).get(`/v1/${length}`);
  expect(status).toBe(200);
  expect(body.text).toHaveLength(length);
  expect(headers['cache-control']).toBe(expected);
});
