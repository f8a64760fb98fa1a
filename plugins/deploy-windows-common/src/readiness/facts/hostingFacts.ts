import {
  environmentNames,
  writtenKey,
  type Platform,
} from 'backstage-plugin-infra-overview-common';
import type { Fact } from './fact';
import type { Said } from './said';
import { environmentIn, type Surroundings } from './surroundings';
import { distinct, notStated, otherFact, valueFact } from './values';

/** Where it runs, and what the organisation says about such places. */
export function hostingFacts(around: Surroundings) {
  const { environment } = around;
  const hosting = environment.at('hosting');
  return {
    platform: valueFact(hosting.at('platform')),
    platformStatus: platformStatus(around),
    'hosting.vpc': valueFact(hosting.at('vpc')),
    'hosting.image': valueFact(hosting.at('image')),
    awsProducts: awsProducts(around),
    'iac.source': valueFact(environment.at('infrastructureAsCode').at('source')),
  };
}

/** One that is not stated might be any, so the list is known only when all are. */
export function platformsOfAll({ effective, views }: Surroundings): Fact {
  const platforms: string[] = [];
  let known: Said<string> | undefined;
  for (const name of environmentNames(effective)) {
    const platform = environmentIn(views(name)).at('hosting').at('platform');
    if (platform.value === undefined) return otherFact(platform);
    platforms.push(platform.value);
    known ??= platform;
  }
  if (known === undefined) return notStated('environments[].hosting.platform');
  return { state: 'texts', values: distinct(platforms), origin: known.origin };
}

const STRICTEST_FIRST = ['prohibited', 'legacy', 'allowed', 'preferred'] as const;

/** What the standard says of the platform by its id, else of every platform it does not name. */
function platformStatus({ document, environment }: Surroundings): Fact {
  const platform = environment.at('hosting').at('platform');
  if (platform.value === undefined) return otherFact(platform);
  const platforms = document.at('platforms');
  const wanted = notStated(`platforms[${platform.value}].status`);
  if (platforms.value === undefined) {
    return platforms.state === 'not-stated' ? wanted : otherFact(platforms);
  }
  const { items } = platforms;
  return statusOf(items, platform.value) ?? statusOf(items, '*') ?? wanted;
}

/** Several levels may speak of one platform: what the strictest says holds. */
function statusOf(platforms: readonly Said<Platform>[], id: string): Fact | undefined {
  const same = platforms.filter(
    ({ value }) => value !== undefined && writtenKey(value.id).toLowerCase() === id.toLowerCase(),
  );
  const [first] = same;
  if (first === undefined) return undefined;
  const strictest = STRICTEST_FIRST.map(status =>
    same.find(({ value }) => value?.status === status),
  );
  return valueFact((strictest.find(said => said !== undefined) ?? first).at('status'));
}

/** Add-ons of AWS by their names, and the product it runs on there. An add-on without a name might be one. */
function awsProducts({ document, environment }: Surroundings): Fact {
  const addons = document.at('addons');
  const hosting = environment.at('hosting');
  const platform = hosting.at('platform');
  if (addons.value === undefined) return otherFact(addons);
  if (platform.value === undefined) return otherFact(platform);
  const products: string[] = [];
  for (const addon of addons.items) {
    const product = addon.at('product');
    if (product.value?.startsWith('aws-') === true) products.push(product.value);
    if (product.value === undefined && addon.value?.operatedBy !== 'self')
      return otherFact(product);
  }
  if (platform.value === 'aws') {
    const product = hosting.at('product');
    if (product.value === undefined) return otherFact(product);
    // There its name stands alone.
    products.push(`aws-${product.value.replace(/^aws-/, '')}`);
  }
  return { state: 'texts', values: distinct(products), origin: addons.origin };
}
