import type { ObservedItem } from 'backstage-plugin-infra-overview-common';
import { addressOf, countOf, flagOf, textOf, type TerraformResource } from '../resource';
import { fieldsOf, itemOf, type Mapper } from './mapper';

/** The resources of one app; configuration variables are not among what is read. */
export const heroku: Mapper = resources => {
  const [app] = resources.of('heroku_app');
  const formation = resources.of('heroku_formation');
  const sizes = new Set(formation.map(process => textOf(process, 'size')?.toLowerCase()));
  return {
    ...(app && {
      fields: fieldsOf({
        'hosting.platform': 'heroku',
        'hosting.product': 'dynos',
        'hosting.app': textOf(app, 'name'),
        'hosting.region': textOf(app, 'region'),
        'hosting.stack': textOf(app, 'stack'),
        'hosting.runtime': flagOf(app, 'space') === true ? 'private-space' : 'common-runtime',
        'hosting.plan': sizes.size === 1 ? [...sizes][0] : undefined,
      }),
    }),
    items: [...formation.flatMap(processItem), ...resources.of('heroku_addon').flatMap(addonItem)],
  };
};

function processItem(process: TerraformResource): readonly ObservedItem[] {
  const name = textOf(process, 'type');
  if (name === undefined) return [];
  return [
    itemOf('processes', name, {
      instances: countOf(process, 'quantity'),
      size: textOf(process, 'size')?.toLowerCase(),
    }),
  ];
}

function addonItem(addon: TerraformResource): readonly ObservedItem[] {
  const [product, plan] = textOf(addon, 'plan')?.split(':') ?? [];
  if (product === undefined) return [];
  return [itemOf('addons', textOf(addon, 'name') ?? addressOf(addon), { product, plan })];
}
