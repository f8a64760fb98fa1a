import { describeAvailability } from './describeAvailability';

it.each`
  availability                                                  | lines
  ${{ instances: 1, redundancy: 'none', failover: 'none' }}     | ${['neutral: one instance', 'bad: no copies', 'bad: no failover']}
  ${{ replicas: 1, redundancy: 'replica' }}                     | ${['neutral: one replica', 'neutral: copies: replica']}
  ${{ instances: 3, failover: 'automatic', zones: ['a', 'b'] }} | ${['neutral: 3 instances', 'neutral: failover: automatic', 'neutral: zones: a, b']}
  ${{}}                                                         | ${[]}
`('$availability is $lines', ({ availability, lines }) => {
  expect(describeAvailability(availability).map(({ text, tone }) => `${tone}: ${text}`)).toEqual(
    lines,
  );
});
