import { targetStateSchema } from 'backstage-plugin-deploy-windows-common';
import { describeState } from './describe';

it('says every state in a word and a shape of its own', () => {
  const described = targetStateSchema.options.map(state => describeState(state));
  expect(new Set(described.map(({ word }) => word)).size).toBe(described.length);
  expect(new Set(described.map(({ icon }) => icon.type)).size).toBe(described.length);
});

it.each([
  ['open', 'Open', 'good'],
  ['closes-soon', 'Closes soon', 'warning'],
  ['notice-needed', 'Notice needed', 'warning'],
  ['freeze', 'Freeze', 'bad'],
  ['unknown', 'Unknown', 'unknown'],
] as const)('%s is "%s" and %s', (state, word, tone) => {
  expect(describeState(state)).toMatchObject({ word, tone });
});
