import type { Shape } from './shapes';

/**
 * All that is ever taken from a resource, as data: type → attribute → the form its value must have. An attribute that is not
 * here is not looked at, whatever the state says about its sensitivity. `[]` stands for every item of a list.
 */
export const ALLOW_LIST: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  aws_db_instance: {
    engine: 'engine',
    engine_version: 'version',
    instance_class: 'size',
    multi_az: 'flag',
    backup_retention_period: 'count',
    backup_window: 'daily-window',
    maintenance_window: 'weekly-window',
    replicate_source_db: 'present',
  },
  aws_rds_cluster: {
    engine: 'engine',
    engine_version: 'version',
    backup_retention_period: 'count',
    preferred_backup_window: 'daily-window',
    cluster_members: 'length',
  },
  aws_elasticache_cluster: {
    engine: 'engine',
    node_type: 'size',
    num_cache_nodes: 'count',
    snapshot_retention_limit: 'count',
  },
  aws_elasticache_replication_group: {
    engine: 'engine',
    node_type: 'size',
    num_cache_nodes: 'count',
    snapshot_retention_limit: 'count',
    automatic_failover_enabled: 'flag',
  },
  aws_s3_bucket: { bucket: 'bucket', 'versioning[].enabled': 'flag' },
  aws_s3_bucket_versioning: { bucket: 'bucket', 'versioning_configuration[].status': 'keyword' },
  aws_cloudfront_distribution: {
    'aliases[]': 'host',
    domain_name: 'host',
    'origin[].domain_name': 'host',
    'viewer_certificate[].acm_certificate_arn': 'present',
  },
  aws_route53_zone: { name: 'host' },
  aws_route53_record: { name: 'host', fqdn: 'host', type: 'keyword', 'alias[].name': 'host' },
  aws_lb: { dns_name: 'host', load_balancer_type: 'keyword' },
  aws_alb: { dns_name: 'host', load_balancer_type: 'keyword' },
  aws_elb: { dns_name: 'host' },
  aws_lb_listener: {
    port: 'count',
    protocol: 'keyword',
    certificate_arn: 'present',
    'default_action[].type': 'keyword',
  },
  aws_alb_listener: {
    port: 'count',
    protocol: 'keyword',
    certificate_arn: 'present',
    'default_action[].type': 'keyword',
  },
  aws_acm_certificate: {
    domain_name: 'host',
    not_after: 'instant',
    renewal_eligibility: 'keyword',
  },
  aws_instance: { instance_type: 'size', availability_zone: 'zone' },
  aws_autoscaling_group: {
    min_size: 'count',
    max_size: 'count',
    desired_capacity: 'count',
    'availability_zones[]': 'zone',
  },
  aws_ecs_service: { desired_count: 'count' },
  aws_vpc: {},
  aws_iam_role: { arn: 'arn', name: 'place' },
  aws_secretsmanager_secret: { arn: 'arn', name: 'place' },
  aws_ssm_parameter: { arn: 'arn', name: 'place' },
  heroku_app: {
    id: 'key',
    uuid: 'key',
    name: 'app',
    region: 'keyword',
    stack: 'size',
    space: 'present',
  },
  heroku_addon: { app: 'key', app_id: 'key', name: 'bucket', plan: 'plan' },
  heroku_formation: { app: 'key', app_id: 'key', type: 'process', quantity: 'count', size: 'size' },
  heroku_pipeline_coupling: { app: 'key', app_id: 'key', stage: 'keyword' },
  heroku_domain: { app: 'key', app_id: 'key', hostname: 'host' },
};

/** Of every resource, whatever its type; the letter case of a key does not matter. */
export const ALLOWED_TAGS = ['Project', 'Environment', 'Name'] as const;
export type AllowedTag = (typeof ALLOWED_TAGS)[number];

/** Where tags are: what a resource says itself goes before what its provider adds by default. */
export const TAG_ATTRIBUTES = ['tags', 'tags_all'] as const;

export function allowedOf(type: string): Readonly<Record<string, Shape>> | undefined {
  return Object.hasOwn(ALLOW_LIST, type) ? ALLOW_LIST[type] : undefined;
}
