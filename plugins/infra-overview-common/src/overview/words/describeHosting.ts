import { productName } from './productName';
import { present } from './sentence';

interface HostingWords {
  readonly platform?: string | undefined;
  readonly product?: string | undefined;
  readonly plan?: string | undefined;
  readonly region?: string | undefined;
}

/** 'Heroku dynos, hobby plan, region us'. Empty when nothing of it is stated. */
export function describeHosting({ platform, product, plan, region }: HostingWords): string {
  const where = present([platform !== undefined && productName(platform), product]).join(' ');
  return present([
    where,
    plan !== undefined && (/plan/i.test(plan) ? plan : `${plan} plan`),
    region !== undefined && `region ${region}`,
  ]).join(', ');
}
