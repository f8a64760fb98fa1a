import { readExcuse, unexcused, type Excuse } from './excuses';

const WRITTEN = {
  rule: 'aws',
  location: 'file:/a.yaml',
  reason: 'An example of the vendor',
  until: '2027-01-31',
};

describe('readExcuse', () => {
  it('lasts to the end of its last day', () => {
    expect(readExcuse(WRITTEN)).toMatchObject({
      rule: 'aws',
      endsAt: Date.parse('2027-02-01T00:00:00Z'),
    });
    expect(readExcuse({ ...WRITTEN, until: '2027-01-31T12:00:00+01:00' })).toMatchObject({
      endsAt: Date.parse('2027-01-31T11:00:00Z'),
    });
  });

  it.each<[unknown, string]>([
    ['text', '.rule is missing'],
    [{ ...WRITTEN, reason: ' ' }, '.reason is missing'],
    [{ ...WRITTEN, until: undefined }, '.until is missing'],
    [{ ...WRITTEN, rule: '*' }, '.rule names one rule'],
    [{ ...WRITTEN, location: '**' }, '.location must not'],
    [{ ...WRITTEN, until: 'for ever' }, '.until is a day'],
    [{ ...WRITTEN, until: '2027-02-30' }, '.until is a day'],
    [{ ...WRITTEN, until: '2027-01-31T12:00' }, '.until is a day'],
  ])('refuses %j', (written, problem) => {
    expect(readExcuse(written)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

describe('unexcused', () => {
  const NOW = Date.parse('2027-01-01T00:00:00Z');
  const excuse = (fields: Partial<Excuse>): Excuse => ({
    rule: 'aws',
    location: 'file:/repo/a.yaml',
    reason: 'x',
    endsAt: NOW + 1,
    ...fields,
  });
  it.each<[string, Partial<Excuse>, boolean]>([
    ['the same place', {}, true],
    ['another rule', { rule: 'github' }, false],
    ['another place', { location: 'file:/repo/b.yaml' }, false],
    ['an end that has come', { endsAt: NOW }, false],
    ['a pattern', { location: 'file:*/a.yaml' }, true],
    ['a pattern in parts', { location: '*:/r*o/*.yaml' }, true],
    ['a pattern whose parts would overlap', { location: 'file:/repo/a.*.yaml' }, false],
    ['a pattern that ends too early', { location: 'file:/repo/*.yml' }, false],
  ])('%s', (_, fields, isExcused) => {
    const found = unexcused(
      [{ rule: 'aws', line: 1 }],
      ['x', 'file:/repo/a.yaml'],
      [excuse(fields)],
      NOW,
    );
    expect(found).toHaveLength(isExcused ? 0 : 1);
  });
});
