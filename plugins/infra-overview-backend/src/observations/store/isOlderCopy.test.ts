import type { ObservedFields, ObservedPart } from 'backstage-plugin-infra-overview-common';
import { isOlderCopy } from './isOlderCopy';

const part = (fields: ObservedFields): ObservedPart => ({
  part: 'state',
  fields,
  sees: [],
  items: [],
  complete: [],
  at: 0,
});
const copy = (serial: number, lineage = 'a') =>
  part({ 'observed.serial': serial, 'observed.lineage': lineage });

it.each<[string, ObservedPart | undefined, ObservedPart, boolean]>([
  ['a lower version of the same file', copy(7), copy(6), true],
  ['the same version', copy(7), copy(7), false],
  ['a higher one', copy(7), copy(8), false],
  ['another file that begins anew', copy(7), copy(1, 'b'), false],
  ['the first look', undefined, copy(1), false],
  ['what counts no versions', part({ 'hosting.region': 'us' }), part({}), false],
])('%s', (_, stored, seen, expected) => {
  expect(isOlderCopy(stored, seen)).toBe(expected);
});
