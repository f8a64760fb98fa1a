import type { Addon } from 'backstage-plugin-infra-overview-common';
import { detailsColumn, fieldColumn, ifStated, nameColumn, spokenColumns } from './columns';
import { shownItems } from './shownItems';

const COLUMNS = [
  nameColumn<Addon>('Add-on'),
  fieldColumn<Addon>('purpose', 'What for'),
  ifStated(fieldColumn<Addon>('plan', 'Plan')),
  detailsColumn<Addon>('Also', ['operatedBy', 'limits']),
];

it.each`
  case                                       | addons                                         | origins                                                         | left
  ${'silence that matters keeps its column'} | ${[{ id: 'db' }]}                              | ${{}}                                                           | ${['name', 'purpose']}
  ${'one row that speaks is enough'}         | ${[{ id: 'db' }, { id: 'mail', plan: 'pro' }]} | ${{}}                                                           | ${['name', 'purpose', 'plan']}
  ${'none is a statement'}                   | ${[{ id: 'db', limits: [] }]}                  | ${{}}                                                           | ${['name', 'purpose', 'details']}
  ${'what is built in says nothing new'}     | ${[{ id: 'db', operatedBy: 'third-party' }]}   | ${{ 'addons[db].operatedBy': { level: 'built-in', path: '' } }} | ${['name', 'purpose']}
`('$case', ({ addons, origins, left }) => {
  const rows = shownItems<Addon>(addons, 'addons', origins);
  expect(spokenColumns(COLUMNS, rows).map(({ id }) => id)).toEqual(left);
});
