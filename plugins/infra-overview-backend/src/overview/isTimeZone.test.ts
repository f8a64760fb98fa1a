import { isTimeZone } from './isTimeZone';

it.each([
  ['America/Chicago', true],
  ['Europe/Brussels', true],
  ['America/Argentina/Buenos_Aires', true],
  ['UTC', true],
  ['CST', false],
  ['+02:00', false],
  ['Etc/Nowhere', false],
  ['Mars/Olympus', false],
  ['', false],
])('%j is a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
  expect(isTimeZone(name)).toBe(expected);
});
