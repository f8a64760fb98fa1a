// States written by hand, in the public shape of both forms.
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { findSecrets } from 'backstage-plugin-infra-overview-common/secrets';
import type { SubjectReport } from '../../../ObservationSource';
import { TerraformSource, type TerraformSourceOptions } from '../TerraformSource';

export interface AResource {
  readonly type: string;
  readonly name?: string;
  readonly module?: string;
  readonly mode?: 'managed' | 'data';
  /** One a key; `undefined` for a resource with neither count nor for_each. */
  readonly key?: string | number;
  readonly provider?: string;
  readonly attributes?: unknown;
  readonly more?: object;
}

const AWS = 'provider["registry.terraform.io/hashicorp/aws"]';
const HEROKU = 'provider["registry.terraform.io/heroku/heroku"]';

function providerOf(type: string): string {
  if (type.startsWith('heroku_')) return HEROKU;
  return type.startsWith('aws_')
    ? AWS
    : `provider["registry.terraform.io/x/${type.split('_')[0]}"]`;
}

/** Version 4; `more` replaces or adds top-level fields. */
export function aState(resources: readonly AResource[], more: object = {}): string {
  return JSON.stringify({
    version: 4,
    terraform_version: '1.9.5',
    serial: 12,
    lineage: '3f0c2f0e-1111-2222-3333-444455556666',
    outputs: {},
    resources: resources.map(resource => ({
      ...(resource.module !== undefined && { module: resource.module }),
      mode: resource.mode ?? 'managed',
      type: resource.type,
      name: resource.name ?? 'main',
      provider: resource.provider ?? providerOf(resource.type),
      instances: [
        {
          ...(resource.key !== undefined && { index_key: resource.key }),
          schema_version: 1,
          attributes: resource.attributes ?? {},
          sensitive_attributes: [],
          ...resource.more,
        },
      ],
    })),
    check_results: null,
    ...more,
  });
}

interface ShownModule {
  readonly address?: string;
  readonly resources: object[];
  readonly child_modules: ShownModule[];
}

/** What `terraform show -json` prints, with the modules nested as they are. */
export function aShownState(resources: readonly AResource[], more: object = {}): string {
  const root: ShownModule = { resources: [], child_modules: [] };
  for (const resource of resources) {
    let module = root;
    const steps = (resource.module ?? '').split(/\.(?=module\.)/).filter(Boolean);
    for (const [depth] of steps.entries()) {
      const address = steps.slice(0, depth + 1).join('.');
      let child = module.child_modules.find(one => one.address === address);
      if (!child)
        module.child_modules.push((child = { address, resources: [], child_modules: [] }));
      module = child;
    }
    module.resources.push({
      address: 'not.read',
      mode: resource.mode ?? 'managed',
      type: resource.type,
      name: resource.name ?? 'main',
      ...(resource.key !== undefined && { index: resource.key }),
      provider_name: `registry.terraform.io/hashicorp/${resource.type.split('_')[0]}`,
      values: resource.attributes ?? {},
      sensitive_values: {},
    });
  }
  return JSON.stringify({
    format_version: '1.0',
    terraform_version: '1.9.5',
    values: { outputs: {}, root_module: root },
    ...more,
  });
}

export const AT = Date.UTC(2026, 10, 24, 12);

export function aReader(
  answers: Readonly<Record<string, string | Buffer | Error>>,
): UrlReaderService {
  return {
    ...mockServices.urlReader.mock(),
    readUrl: async url => {
      const answer = answers[url];
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error(`no ${url}`);
      return { buffer: async () => Buffer.from(answer) };
    },
  };
}

export const SHOP = {
  id: 'shop',
  from: { kind: 'url', url: 'https://states.example.org/shop' },
  entityRef: 'system:default/shop',
} as const;

export function aSource(options: Partial<TerraformSourceOptions> = {}): TerraformSource {
  return new TerraformSource({
    states: [SHOP],
    urlReader: aReader({}),
    logger: mockServices.logger.mock(),
    now: () => AT,
    findSecrets,
    ...options,
  });
}

/** All reports of one look at one state. */
export async function reportsOf(
  state: string | Buffer | Error,
  options: Partial<TerraformSourceOptions> = {},
): Promise<readonly SubjectReport[]> {
  return look(aSource({ urlReader: aReader({ [SHOP.from.url]: state }), ...options }));
}

export async function look(source: TerraformSource): Promise<readonly SubjectReport[]> {
  const reports: SubjectReport[] = [];
  for await (const report of source.observe([], new AbortController().signal)) reports.push(report);
  return reports;
}

/** Items of a list of a report, name → fields. */
export function itemsOf(report: SubjectReport | undefined, list: string) {
  if (report === undefined || report.outcome === 'failed') return undefined;
  const items = report.parts.flatMap(part => part.items).filter(item => item.list === list);
  return Object.fromEntries(items.map(({ name, fields }) => [name, fields]));
}

export function fieldsOf(report: SubjectReport | undefined) {
  if (report === undefined || report.outcome === 'failed') return undefined;
  return Object.assign({}, ...report.parts.map(part => part.fields));
}
