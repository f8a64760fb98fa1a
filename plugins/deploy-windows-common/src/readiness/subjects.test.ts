import { anEffective, aSource, type Sections } from './__testUtils__/builders';
import { exampleSubjects } from './__testUtils__/exampleFacts';
import { groupSubject, isSubjectByDefault, subjectsOf } from './subjects';

const keys = (sections: Sections) =>
  subjectsOf(aSource({ effective: anEffective(sections) })).map(({ key }) => key);

describe('subjects', () => {
  it.each<[string, Sections, string[]]>([
    [
      'one for each environment, production first',
      { environments: [{ name: 'Staging' }, { name: 'production' }] },
      ['component:default/web#production', 'component:default/web#staging'],
    ],
    ['a placeholder where none is declared', {}, ['component:default/web#undeclared']],
    [
      'a placeholder where there is none',
      { environments: [] },
      ['component:default/web#undeclared'],
    ],
    [
      'none of what is refused',
      { environments: [{ name: 'production' }, { name: 'old', notNeeded: 'switched off' }] },
      ['component:default/web#production'],
    ],
  ])('%s', (_, sections, expected) => {
    expect(keys(sections)).toEqual(expected);
  });

  it('say what predicates may ask, and "undeclared" where nobody says it', () => {
    const [subject] = subjectsOf({
      entityRef: 'component:default/web',
      kind: 'Component',
      title: 'Web',
      tags: ['java'],
      effective: anEffective({}),
      declares: false,
    });
    expect(subject).toEqual({
      key: 'component:default/web#undeclared',
      entityRef: 'component:default/web',
      title: 'Web',
      environment: 'undeclared',
      view: {
        kind: 'component',
        type: 'undeclared',
        lifecycle: 'undeclared',
        tier: 'undeclared',
        // Held to what production is held to.
        stage: 'production',
        environment: 'undeclared',
        platform: 'undeclared',
        exposure: 'undeclared',
        static: 'undeclared',
        owner: 'undeclared',
        system: 'undeclared',
        domain: 'undeclared',
        tags: ['java'],
      },
    });
  });

  it.each`
    environment                                                   | view
    ${{ name: 'prod-eu' }}                                        | ${{ stage: 'production', environment: 'prod-eu' }}
    ${{ name: 'blue', stage: 'staging' }}                         | ${{ stage: 'staging' }}
    ${{ name: 'a', hosting: { platform: 'aws' } }}                | ${{ platform: 'aws' }}
    ${{ name: 'a', exposure: { level: 'public' } }}               | ${{ exposure: 'public' }}
    ${{ name: 'a', exposure: 'none' }}                            | ${{ exposure: 'undeclared' }}
    ${{ name: 'a', deploy: { artifact: { kind: 'static' } } }}    | ${{ static: 'yes' }}
    ${{ name: 'a', deploy: { artifact: { kind: 'container' } } }} | ${{ static: 'no' }}
    ${{ name: 'a', deploy: { notNeeded: 'by hand' } }}            | ${{ static: 'undeclared' }}
  `('$environment', ({ environment, view }) => {
    const [subject] = subjectsOf(
      aSource({ effective: anEffective({ tier: 1, environments: [environment] }) }),
    );
    expect(subject?.view).toMatchObject({ ...view, tier: '1' });
  });

  it('of the examples', () => {
    const of = (ref: string) => exampleSubjects(ref).map(({ view }) => view.environment);
    expect(of('component:default/noipm-complaint-manager')).toEqual([
      'production',
      'staging',
      'ci',
    ]);
    expect(of('component:default/permit-intake-web')).toEqual(['production', 'staging', 'sandbox']);
  });

  it('a group is asked about its people', () => {
    expect(groupSubject({ ref: 'group:default/team', title: 'Team' })).toMatchObject({
      key: 'group:default/team',
      view: { kind: 'group', owner: 'group:default/team' },
    });
  });
});

describe('what is a subject where nobody configures it', () => {
  it.each`
    kind           | type         | declares | expected
    ${'Component'} | ${'service'} | ${false} | ${true}
    ${'Component'} | ${'website'} | ${false} | ${true}
    ${'Component'} | ${'library'} | ${false} | ${false}
    ${'Component'} | ${'library'} | ${true}  | ${true}
    ${'System'}    | ${'product'} | ${true}  | ${true}
    ${'System'}    | ${'service'} | ${false} | ${false}
    ${'Domain'}    | ${'service'} | ${true}  | ${false}
  `('$kind of type $type, with a document $declares: $expected', row => {
    expect(isSubjectByDefault(row)).toBe(row.expected);
  });
});
