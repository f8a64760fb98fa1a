/* eslint-disable no-script-url -- addresses that must never become links */
import { safeHref } from './safeHref';

it.each`
  href                            | address
  ${'https://docs.example/a'}     | ${'https://docs.example/a'}
  ${'http://docs.example/'}       | ${'http://docs.example/'}
  ${'mailto:team@example.org'}    | ${'mailto:team@example.org'}
  ${'javascript:alert(1)'}        | ${undefined}
  ${' JaVaScRiPt:alert(1)'}       | ${undefined}
  ${'data:text/html,<b>x</b>'}    | ${undefined}
  ${'/relative'}                  | ${undefined}
  ${'words that name a document'} | ${undefined}
  ${undefined}                    | ${undefined}
`('$href leads to $address', ({ href, address }) => {
  expect(safeHref(href)).toBe(address);
});
