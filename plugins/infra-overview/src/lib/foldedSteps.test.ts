import type { Tone } from 'backstage-plugin-infra-overview-common';
import { foldedSteps } from './foldedSteps';

const steps = (...tones: readonly Tone[]) => tones.map((tone, index) => ({ id: `${index}`, tone }));

it.each`
  case                                    | tones                                              | room | folded
  ${'as many as there is room for'}       | ${['neutral', 'neutral']}                          | ${2} | ${[]}
  ${'one more is simply drawn'}           | ${['neutral', 'neutral', 'neutral']}               | ${2} | ${[]}
  ${'the last ones wait'}                 | ${['neutral', 'good', 'unknown', 'neutral']}       | ${2} | ${['2', '3']}
  ${'what is wrong is drawn wherever'}    | ${['neutral', 'neutral', 'neutral', 'bad']}        | ${2} | ${['1', '2']}
  ${'all that is wrong, beyond the room'} | ${['neutral', 'bad', 'warning', 'bad', 'neutral']} | ${2} | ${['0', '4']}
`('$case', ({ tones, room, folded }) => {
  expect([...foldedSteps(steps(...tones), room)]).toEqual(folded);
});
