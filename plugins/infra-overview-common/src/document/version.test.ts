import { compareVersions, parseVersion } from './version';

it('alpha comes before beta before stable, then the number counts', () => {
  const inOrder = [
    'v1alpha0',
    'v1alpha1',
    'v1alpha2',
    'v1alpha10',
    'v2alpha1',
    'v1beta1',
    'v1beta2',
    'v1',
    'v2',
    'v10',
  ];
  const versions = inOrder.map(text => parseVersion(text));
  for (const [index, version] of versions.entries()) {
    const next = versions[index + 1];
    if (!version || !next) continue;
    expect([inOrder[index], Math.sign(compareVersions(version, next))]).toEqual([
      inOrder[index],
      -1,
    ]);
    expect(compareVersions(version, version)).toBe(0);
  }
});

it.each(['1', 'v', 'valpha1', 'v1gamma1', 'v1alpha', 'V1', 'v1alpha1 ', 'v99999'])(
  '%s is no version',
  text => {
    expect(parseVersion(text)).toBeUndefined();
  },
);
