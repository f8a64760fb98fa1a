import { anchorOf } from './anchorOf';

it.each`
  path                                         | anchor
  ${'addons[db]'}                              | ${'addons-db'}
  ${'environments[production].processes[web]'} | ${'environments-production-.processes-web'}
  ${'environments["my env"]'}                  | ${'environments-my-env'}
`('$path is at #$anchor', ({ path, anchor }) => {
  expect(anchorOf(path)).toBe(anchor);
});
