import { addressOf, textOf } from '../resource';
import { plainHost } from './host';
import { itemOf, type Mapper } from './mapper';

export const cdn: Mapper = resources => ({
  items: resources.of('aws_cloudfront_distribution').map(distribution => {
    const name = textOf(distribution, 'domain_name');
    return itemOf('addons', name === undefined ? addressOf(distribution) : plainHost(name), {
      category: 'cdn',
      product: 'aws-cloudfront',
    });
  }),
});
