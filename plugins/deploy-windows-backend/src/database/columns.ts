// What both engines give back, as values of ours. A `bigint` is a text in PostgreSQL, a flag is a number in SQLite.
export type Column = string | number | boolean | null | undefined;

export const numberOf = (column: Column): number => Number(column);
export const flagOf = (column: Column): boolean => Boolean(column);
export const textOf = (column: Column): string => String(column);

/** A field with its name, or nothing where the column is empty: for `...given('reason', row.reason, textOf)`. */
export function given<Name extends string, T>(
  name: Name,
  column: Column,
  read: (column: Column) => T,
): { readonly [key in Name]?: T } {
  return column === null || column === undefined
    ? {}
    : ({ [name]: read(column) } as { readonly [key in Name]?: T });
}
