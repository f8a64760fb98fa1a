// A large state through the Terraform source, from the file to the reports, against a bare JSON.parse of the same text. Times in
// one process in turn, memory in a process of its own for each. The reports are checked before anything is timed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { findSecrets } from 'backstage-plugin-infra-overview-common/secrets';
import type { SubjectReport } from '../plugins/infra-overview-backend/src/observations/ObservationSource';
import { TerraformSource } from '../plugins/infra-overview-backend/src/observations/sources/terraform/TerraformSource';

const SIZE = 20_000_000;
const ROUNDS = 9;
const MEBIBYTE = 1024 * 1024;
const [, script = '', task, path = ''] = process.argv;

// What real states are full of: policies and user data, long and never read.
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: Array.from({ length: 6 }, (_, index) => ({
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:ListBucket', 'sqs:ReceiveMessage'],
    Resource: `arn:aws:s3:::files-${index}/*`,
  })),
});

function attributesOf(type: string, index: number): Readonly<Record<string, unknown>> {
  const tags = {
    Environment: index % 3 === 0 ? 'staging' : 'production',
    Name: `shop ${index}`,
    Project: 'shop',
    Owner: 'somebody',
  };
  const common = { tags, tags_all: tags, id: `id-${index}`, timeouts: null };
  switch (type) {
    case 'aws_db_instance':
      return {
        ...common,
        engine: 'postgres',
        engine_version: '14.7',
        instance_class: 'db.t3.medium',
        multi_az: index % 2 === 0,
        backup_retention_period: 7,
        backup_window: '03:00-04:00',
        maintenance_window: 'sun:05:00-sun:06:00',
        replicate_source_db: '',
        domain_iam_role_name: '',
        enabled_cloudwatch_logs_exports: ['postgresql', 'upgrade'],
        vpc_security_group_ids: ['sg-1', 'sg-2'],
      };
    case 'aws_s3_bucket':
      return {
        ...common,
        bucket: `shop-files-${index}`,
        versioning: [{ enabled: true }],
        policy: POLICY,
      };
    case 'aws_route53_record':
      return {
        id: `Z_${index}`,
        name: `service-${index}.example.org`,
        fqdn: `service-${index}.example.org`,
        type: 'A',
        alias: [{ name: `lb-${index % 5}.eu-west-1.elb.amazonaws.com`, zone_id: 'Z1' }],
      };
    case 'aws_instance':
      return {
        ...common,
        instance_type: 't3.small',
        availability_zone: `eu-west-1${'abc'[index % 3]}`,
        user_data: POLICY,
        root_block_device: [{ volume_size: 50, encrypted: true, iops: 3000 }],
      };
    case 'aws_iam_role':
      return {
        ...common,
        arn: `arn:aws:iam::123456789012:role/shop-${index}`,
        name: `shop-${index}`,
        assume_role_policy: POLICY,
      };
    default:
      return {
        ...common,
        policy: POLICY,
        description: 'What it is for, in a sentence of some length.',
      };
  }
}

const TYPES = [
  'aws_iam_policy',
  'aws_instance',
  'aws_security_group_rule',
  'aws_iam_role',
  'aws_s3_bucket',
  'aws_cloudwatch_metric_alarm',
  'aws_route53_record',
  'aws_db_instance',
];

function largeState(): string {
  const resources: string[] = [];
  let length = 0;
  for (let index = 0; length < SIZE; index += 1) {
    const type = TYPES[index % TYPES.length] ?? '';
    const resource = JSON.stringify({
      module: `module.shop.module.part_${index % 40}`,
      mode: 'managed',
      type,
      name: `r${index}`,
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [
        {
          schema_version: 1,
          attributes: attributesOf(type, index),
          sensitive_attributes: [],
          private: 'eyJzY2hlbWFfdmVyc2lvbiI6IjAifQ==',
          dependencies: ['module.shop.aws_vpc.main', 'module.shop.aws_subnet.private'],
        },
      ],
    });
    resources.push(resource);
    length += resource.length + 1;
  }
  return `{"version":4,"serial":1,"lineage":"3f0c2f0e-1111-2222-3333-444455556666","outputs":{},"resources":[${resources.join(',')}]}`;
}

const silent = () => {};
const SILENT: LoggerService = {
  error: silent,
  warn: silent,
  info: silent,
  debug: silent,
  child: () => SILENT,
};
const nowhere = async () => {
  throw new Error('The state is in a file');
};
const NO_ADDRESSES: UrlReaderService = { readUrl: nowhere, readTree: nowhere, search: nowhere };

async function observe(file: string): Promise<readonly SubjectReport[]> {
  const source = new TerraformSource({
    states: [
      {
        id: 'shop',
        from: { kind: 'path', directory: tmpdir(), path: file },
        entityRef: 'system:default/shop',
      },
    ],
    urlReader: NO_ADDRESSES,
    logger: SILENT,
    now: () => 0,
    findSecrets,
  });
  const reports: SubjectReport[] = [];
  for await (const report of source.observe([], new AbortController().signal)) reports.push(report);
  return reports;
}

const TASKS: Readonly<Record<string, (file: string) => unknown>> = {
  nothing: () => undefined,
  parse: file => JSON.parse(readFileSync(file, 'utf8')),
  observe,
};

const megabytes = (bytes: number) => `${(bytes / MEBIBYTE).toFixed(0)} MB`;

/** Largest resident set of a process that does it three times, as a task of every hour does it again. */
function peakOf(name: string, file: string): number {
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, script, name, file]);
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return Number(stdout.toString().trim().split('\n').at(-1));
}

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-terraform-'));
  const file = join(folder, 'shop.tfstate');
  try {
    const state = largeState();
    writeFileSync(file, state);
    const reports = await observe(file);
    const items = reports.flatMap(report =>
      report.outcome === 'failed' ? [] : report.parts.flatMap(part => part.items),
    );
    if (reports.length !== 3 || items.length < 3000)
      throw new Error(`The state was not read: ${reports.length} subjects, ${items.length} items`);
    const times: Record<string, number[]> = { parse: [], observe: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, list] of Object.entries(times)) {
        const startedAt = performance.now();
        await TASKS[name]?.(file);
        list.push(performance.now() - startedAt);
      }
    }
    const median = (name: string) => times[name]?.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
    const most = (name: string) => Math.max(...(times[name] ?? []));
    const floor = peakOf('nothing', file);
    console.log(
      `A state of ${(state.length / 1e6).toFixed(1)} MB: ${reports.length} subjects, ${items.length} items.\n`,
    );
    console.log(
      '| | median | most | against the floor | memory at its peak, above a process that does nothing |',
    );
    console.log('|---|---|---|---|---|');
    for (const [name, words] of [
      ['parse', 'read and JSON.parse (the floor)'],
      ['observe', 'file to reports'],
    ] as const)
      console.log(
        `| ${words} | ${median(name).toFixed(0)} ms | ${most(name).toFixed(0)} ms | ${(median(name) / median('parse')).toFixed(2)} × | ${megabytes(peakOf(name, file) - floor)} |`,
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function once(name: string) {
  for (let round = 0; round < 3; round += 1) await TASKS[name]?.(path);
  // Of Linux and macOS alike in kilobytes, as Node gives it.
  console.log(process.resourceUsage().maxRSS * 1024);
}

(task === undefined ? measure() : once(task)).catch(error => {
  console.error(error);
  process.exitCode = 1;
});
