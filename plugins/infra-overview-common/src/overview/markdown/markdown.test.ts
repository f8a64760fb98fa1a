import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { anEntity, anOverview, link, NOW } from '../__fixtures__/readFixture';
import { standard } from '../__fixtures__/standards';
import { escapeMarkdown } from './escapeMarkdown';
import { toMarkdown } from './toMarkdown';

it.each`
  text                             | escaped
  ${'plain words, 1 (one)'}        | ${'plain words, 1 (one)'}
  ${'*bold* _it_ `code`'}          | ${'\\*bold\\* \\_it\\_ \\`code\\`'}
  ${'[link](javascript:alert(1))'} | ${'\\[link\\](javascript:alert(1))'}
  ${'<script>alert(1)</script>'}   | ${'&lt;script&gt;alert(1)&lt;/script&gt;'}
  ${'a | b'}                       | ${'a \\| b'}
  ${'# heading'}                   | ${'\\# heading'}
  ${'- item'}                      | ${'\\- item'}
  ${'1. item'}                     | ${'\\1. item'}
  ${'two\n\n# lines'}              | ${'two # lines'}
  ${'right\u202eto left'}          | ${'right to left'}
  ${'AT&T &lt;'}                   | ${'AT&amp;T &amp;lt;'}
  ${'back\\slash'}                 | ${'back\\\\slash'}
`('$text is only text', ({ text, escaped }) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

const written = toMarkdown(noipm, 'production', NOW);

it.each([
  '# NOIPM complaint manager',
  '- Owner: noipm-core-team',
  '- Known from: stated in a document of 19 Jul 2019, never confirmed',
  '- Heroku dynos, hobby plan',
  '- !! no failover',
  '- ? last restore test not stated',
  '3. web ×1, hobby: goes to Heroku PostgreSQL and Elasticsearch.',
  '| Logs captured (differs) | errors | requests, responses and errors | not stated |',
  '    2. Run migrations and seeds from CircleCI',
  '  - Kept in: 1Password',
  '- **Must not: Keep secrets on local computers**',
  '- **Tokens expire 8 hours after login whatever the activity**',
  '- No restore procedure and no restore test is stated',
])('says “%s”', line => {
  expect(written.split('\n')).toContain(line);
});

it('has no blank value and one heading for the document', () => {
  expect(written).not.toMatch(/: *$(?!\n {2,}(?:-|1\.))/m);
  expect(written.match(/^# /gm)).toHaveLength(1);
  expect(written).not.toMatch(/undefined|\[object/);
});

it.each`
  overview     | environment     | line
  ${standard}  | ${'production'} | ${'- Heroku: preferred'}
  ${listminut} | ${'production'} | ${'- !! AWS S3: no backup'}
`('writes other documents out as well: $line', ({ overview, environment, line }) => {
  expect(toMarkdown(overview, environment, NOW).split('\n')).toContain(line);
});

it.each`
  infra                                 | line
  ${undefined}                          | ${'No infrastructure document.'}
  ${{ schema: 'infra-overview.io/v9' }} | ${'The document was not read: '}
`('without a document: $line', ({ infra, line }) => {
  expect(
    toMarkdown(
      anOverview(anEntity('system:default/x', 'X'), [link('system', 'system:default/x', infra)]),
      'production',
      NOW,
    ),
  ).toContain(line);
});

it('hostile text stays text', () => {
  const infra = {
    schema: 'infra-overview.io/v1alpha1',
    addons: [
      {
        id: 'a',
        product: 'x',
        purpose: '<img src=x onerror=alert(1)>\n\n# Owned\n[click](javascript:alert(1))',
      },
    ],
  };
  const hostile = toMarkdown(
    anOverview(anEntity('system:default/x', '<b>X</b>'), [
      link('system', 'system:default/x', infra),
    ]),
    'p',
    NOW,
  );
  expect(hostile).not.toMatch(/<img|<b>|^# Owned|(?<!\\)\[click\]/m);
});
