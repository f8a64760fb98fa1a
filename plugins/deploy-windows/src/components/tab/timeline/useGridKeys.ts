import { useRef, useState, type KeyboardEvent } from 'react';
import { pieceAt, type Piece } from './pieces';

interface Place {
  readonly row: number;
  readonly column: number;
}

const keyOf = ({ row, column }: Place) => `${row} ${column}`;

/** One cell of the picture is in the tab order; arrow keys move it. Left and right go on into the next day. */
export function useGridKeys(rows: readonly (readonly Piece[])[], onTable: () => void) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const cells = useRef(new Map<string, HTMLElement>());

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key.toLocaleLowerCase('en-US') === 't') {
      event.preventDefault();
      onTable();
      return;
    }
    const next = moved(rows, place, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setPlace(next);
    cells.current.get(keyOf(next))?.focus();
  };
  const cellProps = (row: number, column: number) => ({
    tabIndex: row === place.row && column === place.column ? (0 as const) : (-1 as const),
    onFocus: () => setPlace({ row, column }),
    ref: (element: HTMLElement | null) => {
      const key = keyOf({ row, column });
      if (element === null) cells.current.delete(key);
      else cells.current.set(key, element);
    },
  });
  return { place, onKeyDown, cellProps };
}

/** Where a key leads; nothing for a key that is not ours, or at an end. */
export function moved(
  rows: readonly (readonly Piece[])[],
  { row, column }: Place,
  key: string,
): Place | undefined {
  const here = rows[row] ?? [];
  switch (key) {
    case 'ArrowRight':
      return column + 1 < here.length ? { row, column: column + 1 } : firstOf(rows, row + 1);
    case 'ArrowLeft':
      return column > 0 ? { row, column: column - 1 } : lastOf(rows, row - 1);
    case 'ArrowDown':
      return below(rows, { row, column }, row + 1);
    case 'ArrowUp':
      return below(rows, { row, column }, row - 1);
    case 'Home':
      return firstOf(rows, row);
    case 'End':
      return lastOf(rows, row);
    default:
      return undefined;
  }
}

function firstOf(rows: readonly (readonly Piece[])[], row: number): Place | undefined {
  return (rows[row] ?? []).length === 0 ? undefined : { row, column: 0 };
}

function lastOf(rows: readonly (readonly Piece[])[], row: number): Place | undefined {
  const length = (rows[row] ?? []).length;
  return length === 0 ? undefined : { row, column: length - 1 };
}

/** In another day, at the same time of day. */
function below(rows: readonly (readonly Piece[])[], from: Place, row: number): Place | undefined {
  const target = rows[row] ?? [];
  if (target.length === 0) return undefined;
  const piece = rows[from.row]?.[from.column];
  const middle = piece === undefined ? 0 : piece.left + piece.width / 2;
  return { row, column: pieceAt(target, middle) };
}
