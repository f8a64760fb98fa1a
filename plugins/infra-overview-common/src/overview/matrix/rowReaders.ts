import type { RowReader } from './rowReader';
import { deployReaders } from './deployReaders';
import { hostingReaders } from './hostingReaders';
import { serviceReaders } from './serviceReaders';

/** Rows in reading order. */
export const ROW_READERS: readonly RowReader[] = [
  ...hostingReaders,
  ...deployReaders,
  ...serviceReaders,
];
