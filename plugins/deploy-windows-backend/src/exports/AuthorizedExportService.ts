import { logExportPermission } from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { ExportName, ExportQuery, ExportService } from './ExportService';

export class AuthorizedExportService implements ExportService {
  readonly #inner: ExportService;
  readonly #access: Access;

  constructor({ inner, access }: { readonly inner: ExportService; readonly access: Access }) {
    this.#inner = inner;
    this.#access = access;
  }

  async export(name: ExportName, query: ExportQuery, options: CallOptions) {
    await this.#access.requireBasic(logExportPermission, options);
    return this.#inner.export(name, query, options);
  }
}
