import { describeDuration } from './describeDuration';
import { describeImpact, type Impact } from './describeImpact';
import { splitLevel } from './windowRow';

const freeze: Impact = { kind: 'freeze', planned: 0, services: 0, running: 0, targets: 3 };

describe('describeImpact', () => {
  it.each<readonly [string, Impact]>([
    [
      'This freeze will block 3 planned deployments of 2 services.',
      { ...freeze, planned: 3, services: 2 },
    ],
    [
      'This freeze will block 1 planned deployment of 1 service.',
      { ...freeze, planned: 1, services: 1 },
    ],
    ['This freeze blocks no planned deployment; it will hold 3 targets.', freeze],
    [
      'This freeze blocks no planned deployment; it will hold 1 target. 2 deployments run already and will not be stopped.',
      { ...freeze, targets: 1, running: 2 },
    ],
    ['Nothing is governed by it: no target matches.', { ...freeze, targets: 0 }],
    ['It concerns 3 targets.', { ...freeze, kind: 'allow' }],
  ])('%s', (words, impact) => {
    expect(describeImpact(impact)).toBe(words);
  });
});

describe('describeDuration', () => {
  it.each([
    [86_400_000, '1 day'],
    [4 * 3_600_000, '4 hours'],
    [90 * 60_000, '90 minutes'],
    [1_500, '2 seconds'],
  ])('%d milliseconds are %s', (milliseconds, words) => {
    expect(describeDuration(milliseconds)).toBe(words);
  });
});

describe('splitLevel', () => {
  it.each([
    ['system:default/noipm', ['system:default/noipm', undefined]],
    ['system:default/noipm#production', ['system:default/noipm', 'production']],
    ['system:default/noipm#blue#2', ['system:default/noipm', 'blue#2']],
  ])('takes %s apart', (level, parts) => {
    expect(splitLevel(level)).toEqual(parts);
  });
});
