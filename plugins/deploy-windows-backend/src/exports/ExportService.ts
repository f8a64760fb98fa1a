import type { CallOptions } from '../api/route';

export const EXPORTS = ['decisions', 'deployments', 'overrides', 'windows'] as const;
export type ExportName = (typeof EXPORTS)[number];

export interface ExportQuery {
  readonly entity?: string;
  readonly environment?: string;
  readonly owner?: string;
  /** Left out: that of each project. */
  readonly zone?: string;
}

export interface Exported {
  /** RFC 4180. */
  readonly content: string;
  readonly rows: number;
}

/** Logs and windows as tables, of what the caller may see. */
export interface ExportService {
  export(name: ExportName, query: ExportQuery, options: CallOptions): Promise<Exported>;
}
