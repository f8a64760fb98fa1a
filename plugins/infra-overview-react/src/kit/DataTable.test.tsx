import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataTable, type DataColumn } from './DataTable';

interface Row {
  readonly name: string;
  readonly risks: number | undefined;
}

const ROWS: readonly Row[] = [
  { name: 'shop', risks: 2 },
  { name: 'blog', risks: undefined },
  { name: 'desk', risks: 10 },
];

const COLUMNS: readonly DataColumn<Row>[] = [
  { id: 'name', label: 'Project', cell: row => row.name },
  {
    id: 'risks',
    label: 'Risks',
    cell: row => row.risks ?? 'not stated',
    sortValue: row => row.risks,
  },
];

const names = () => screen.getAllByRole('rowheader').map(cell => cell.textContent);

it('is a table with a caption, and each row is named by its first cell', () => {
  render(
    <DataTable
      caption="Projects"
      columns={COLUMNS}
      rows={ROWS}
      rowKey={row => row.name}
      rowId={row => `p-${row.name}`}
    />,
  );
  expect(screen.getByRole('table', { name: 'Projects' })).toBeInTheDocument();
  expect(names()).toEqual(['shop', 'blog', 'desk']);
  expect(document.getElementById('p-desk')).toBe(screen.getByRole('row', { name: /desk/ }));
});

it('sorts numbers as numbers, with what has no value last in both orders', async () => {
  render(<DataTable caption="Projects" columns={COLUMNS} rows={ROWS} rowKey={row => row.name} />);
  const header = screen.getByRole('columnheader', { name: 'Risks' });
  expect(header).toHaveAttribute('aria-sort', 'none');
  await userEvent.click(within(header).getByRole('button'));
  expect(header).toHaveAttribute('aria-sort', 'ascending');
  expect(names()).toEqual(['shop', 'desk', 'blog']);
  await userEvent.click(within(header).getByRole('button'));
  expect(header).toHaveAttribute('aria-sort', 'descending');
  expect(names()).toEqual(['desk', 'shop', 'blog']);
});

it('leaves the order to a caller who sorts', async () => {
  const onSort = jest.fn();
  render(
    <DataTable
      caption="Projects"
      columns={COLUMNS}
      rows={ROWS}
      rowKey={row => row.name}
      sort={{ column: 'risks', order: 'asc' }}
      onSort={onSort}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Risks' }));
  expect(onSort).toHaveBeenCalledWith({ column: 'risks', order: 'desc' });
  expect(names()).toEqual(['shop', 'blog', 'desk']);
});
