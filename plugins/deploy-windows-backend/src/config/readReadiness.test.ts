import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { DAY, HOUR } from 'backstage-plugin-deploy-windows-common/evaluator';
import { readReadiness } from './readReadiness';

const read = (readiness?: JsonObject) =>
  readReadiness(mockServices.rootConfig({ data: readiness ? { readiness } : {} }));

describe('readReadiness', () => {
  it('needs nothing', () => {
    expect(read()).toEqual({
      packs: [],
      maxFactsAge: 24 * HOUR,
      warnAhead: 0,
      retention: { transitions: 730 * DAY },
      digest: { enabled: true },
      approvers: [],
    });
  });

  it('reads what an organisation says', () => {
    const subjects = { 'spec.type': { $in: ['service', 'website'] } };
    expect(
      read({
        subjects,
        packs: [
          { name: 'tts-hosting@1', subjects: { platform: 'aws' } },
          { file: 'readiness/acme.yaml' },
        ],
        people: { inactive: { 'metadata.annotations.acme.org/left': { $exists: true } } },
        maxFactsAge: 'PT2H',
        warnAhead: { days: 14 },
        retention: { transitions: 'P90D' },
        digest: { enabled: false },
        approvers: ['group:default/city'],
      }),
    ).toEqual({
      subjects,
      packs: [
        { name: 'tts-hosting@1', subjects: { platform: 'aws' } },
        { file: 'readiness/acme.yaml' },
      ],
      inactive: { 'metadata.annotations.acme.org/left': { $exists: true } },
      maxFactsAge: 2 * HOUR,
      warnAhead: 14 * DAY,
      retention: { transitions: 90 * DAY },
      digest: { enabled: false },
      approvers: ['group:default/city'],
    });
  });

  it.each<[string, JsonObject, RegExp]>([
    ['a pack without a name', { packs: [{}] }, /packs\[0\] needs either a name/],
    ['a pack for nobody', { packs: [{ name: 'a@1' }] }, /needs subjects: of whom a@1/],
    ['a pack with both', { packs: [{ name: 'a@1', file: 'a.yaml' }] }, /either a name/],
    ['a name that is none', { packs: [{ name: 'TTS pack' }] }, /written like tts-hosting@1/],
    [
      'an operator nobody knows',
      { packs: [{ name: 'a@1', subjects: { kind: { $like: 'x' } } }] },
      /packs\[0\]\.subjects is no predicate/,
    ],
    ['subjects that are no predicate', { subjects: 'all' }, /readiness\.subjects is no predicate/],
    ['no people', { people: { inactive: { $none: [] } } }, /people\.inactive is no predicate/],
    ['a length of no time', { maxFactsAge: 'PT1S' }, /readiness\.maxFactsAge must be from/],
    ['words for a length', { warnAhead: 'two weeks' }, /warnAhead/],
    ['a warning of years', { warnAhead: 'P2Y' }, /readiness\.warnAhead must be from/],
    ['no history', { retention: { transitions: 'P1D' } }, /retention\.transitions must be from/],
  ])('refuses %s and says where', (_, readiness, message) => {
    expect(() => read(readiness)).toThrow(message);
  });
});
