import { addressOf, countOf, textOf, textsOf, type TerraformResource } from '../resource';
import { plainHost } from './host';
import { itemOf, type Mapper } from './mapper';
import type { ResourceSet } from './resourceSet';

const HTTP_PORT = 80;

export const loadBalancer: Mapper = resources => ({
  items: [
    ...resources
      .of('aws_lb', 'aws_alb')
      .map(balancer => balancerItem(balancer, textOf(balancer, 'load_balancer_type'))),
    ...resources.of('aws_elb').map(balancer => balancerItem(balancer, 'classic')),
  ],
});

/** One word for the product, as documents have it; which kind it is, is the plan. */
function balancerItem(balancer: TerraformResource, kind: string | undefined) {
  const name = textOf(balancer, 'dns_name');
  return itemOf('addons', name === undefined ? addressOf(balancer) : plainHost(name), {
    category: 'lb',
    product: 'aws-elb',
    plan: kind,
  });
}

/** Whether the only load balancer there is sends plain HTTP to HTTPS; unknown where it does not listen on port 80. */
export function redirectAnswer(
  resources: ResourceSet,
): { readonly balancer: string; readonly redirects: boolean } | undefined {
  const [balancer, ...others] = resources.of('aws_lb', 'aws_alb');
  if (balancer === undefined || others.length > 0) return undefined;
  const name = textOf(balancer, 'dns_name');
  const listener = resources
    .of('aws_lb_listener', 'aws_alb_listener')
    .find(one => countOf(one, 'port') === HTTP_PORT);
  if (name === undefined || listener === undefined) return undefined;
  const redirects = textsOf(listener, 'default_action[].type').includes('redirect');
  return { balancer: plainHost(name), redirects };
}
