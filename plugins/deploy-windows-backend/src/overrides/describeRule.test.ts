import { describeRule } from './describeRule';

const policy = {
  windows: [
    {
      key: 'db:1',
      kind: 'freeze',
      title: 'Report week',
      level: 'system:default/noipm',
      origin: 'database',
    },
  ],
  audiences: [
    {
      key: 'system:default/noipm/ipm',
      id: 'ipm',
      title: 'IPM staff',
      lead: 'PT24H',
      contacts: [],
      require: 'any',
    },
  ],
} as const;

it.each([
  ['db:1', 'Report week'],
  ['db:2', 'db:2'],
  ['allow:system:default/noipm#production', 'the windows of system:default/noipm#production'],
  ['default:', 'closed by default'],
  ['notice:system:default/noipm/ipm', 'the notice to IPM staff'],
  ['notice:system:default/noipm/press', 'the notice to system:default/noipm/press'],
  ['fit:', 'that it ends before the window closes'],
  ['limit:minGap', 'the time between two deployments'],
  ['limit:maxPerOpening', 'how many deployments an opening takes'],
  ['policy:system:default/noipm', 'what cannot be read at system:default/noipm'],
  ['input:catalog', 'what is missing: catalog'],
])('calls %s "%s"', (rule, words) => {
  expect(describeRule(rule, policy)).toBe(words);
});
