import { lookup } from './lookup';
import { capitalised } from './sentence';

// Spellings the vendors use. A product not listed is shown with capital first letters.
const SPELLINGS: Readonly<Record<string, string>> = {
  '1password': '1Password',
  acm: 'ACM',
  alb: 'ALB',
  api: 'API',
  appengine: 'App Engine',
  auth0: 'Auth0',
  aws: 'AWS',
  azure: 'Azure',
  circleci: 'CircleCI',
  cloudflare: 'Cloudflare',
  cloudfront: 'CloudFront',
  cloudwatch: 'CloudWatch',
  cdn: 'CDN',
  dns: 'DNS',
  dap: 'DAP',
  dynamodb: 'DynamoDB',
  ec2: 'EC2',
  ecs: 'ECS',
  eks: 'EKS',
  elasticache: 'ElastiCache',
  elasticsearch: 'Elasticsearch',
  elb: 'ELB',
  engineyard: 'Engine Yard',
  gcp: 'GCP',
  github: 'GitHub',
  gitlab: 'GitLab',
  haproxy: 'HAProxy',
  hirefire: 'HireFire',
  iam: 'IAM',
  jawsdb: 'JawsDB',
  keycdn: 'KeyCDN',
  letsencrypt: 'Let’s Encrypt',
  mailjet: 'MailJet',
  mariadb: 'MariaDB',
  memcachier: 'MemCachier',
  mongodb: 'MongoDB',
  mysql: 'MySQL',
  newrelic: 'New Relic',
  nginx: 'nginx',
  onesignal: 'OneSignal',
  opensearch: 'OpenSearch',
  pagerduty: 'PagerDuty',
  postgres: 'Postgres',
  postgresql: 'PostgreSQL',
  rabbitmq: 'RabbitMQ',
  rds: 'RDS',
  s3: 'S3',
  sendgrid: 'SendGrid',
  ses: 'SES',
  sns: 'SNS',
  sqs: 'SQS',
  ssm: 'SSM',
  statuspage: 'Statuspage',
  sumologic: 'Sumo Logic',
  sql: 'SQL',
  victorops: 'VictorOps',
  waf: 'WAF',
};

/** 'heroku-postgresql' → 'Heroku PostgreSQL'. Names with dots, underscores, spaces or capitals are the author's own. */
export function productName(product: string): string {
  if (!/^[a-z0-9-]+$/.test(product)) return product;
  const words = product.split('-').filter(word => word !== '');
  if (words.length === 0) return product;
  return words.map(word => lookup(SPELLINGS, word) ?? capitalised(word)).join(' ');
}
