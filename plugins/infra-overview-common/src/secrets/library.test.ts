import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { LIBRARY_RULES, shortId, sourceOf } from './library';

const context = {
  sharedOptions: {},
  createTranslator: () => () => ({ message: '', messageId: '' }),
  report: () => {},
  ignore: () => {},
};

it.each(LIBRARY_RULES.map(rule => [shortId(rule.meta.id), rule] as const))(
  '%s answers at once',
  (_, rule) => {
    const handler = rule.create(context as never, {});
    expect(Object.keys(handler)).toEqual(['file']);
    expect(handler.file?.(sourceOf('kind: Component\n'))).toBeUndefined();
  },
);

// A new version that brings another rule, or drops one, has to be looked at.
it('are all of the preset but three', () => {
  const left = rules.filter(rule => !LIBRARY_RULES.includes(rule));
  expect(left.map(({ meta }) => shortId(meta.id)).sort()).toEqual([
    'basicauth',
    'database-connection-string',
    'filter-comments',
  ]);
  expect(rules).toHaveLength(28);
  expect(LIBRARY_RULES.map(({ meta }) => meta.type)).not.toContain('filter');
});
