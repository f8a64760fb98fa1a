import type { ObservedFields, ObservedItem } from 'backstage-plugin-infra-overview-common';
import type { Addon } from '../allowList';
import { fieldsOf, NOTHING, type PartBody } from './part';

const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function addonsPart(addons: readonly Addon[]): PartBody {
  return {
    ...NOTHING,
    fields: { 'observed.variableNames': variableNames(addons) },
    items: addons.map((addon): ObservedItem => ({
      list: 'addons',
      name: addon.name,
      fields: {
        ...identityOf(addon),
        ...fieldsOf({
          'observed.state': addon.state ?? undefined,
          'observed.price': priceOf(addon),
          'observed.variableNames': variableNames([addon]),
        }),
      },
      sees: ['product', 'plan'],
      deepLink: `https://dashboard.heroku.com/apps/${addon.app.id}/resources`,
    })),
    complete: ['addons'],
  };
}

/** What its twin in a document is found by; every part that says something of an add-on repeats it. */
export function identityOf({ addon_service: service, plan }: Addon): ObservedFields {
  const prefix = `${service.name}:`;
  const isPrefixed = plan.name.startsWith(prefix);
  return {
    product: service.name,
    plan: isPrefixed ? plan.name.slice(prefix.length) : plan.name,
  };
}

function priceOf({ billed_price: price }: Addon): string | undefined {
  if (!price) return undefined;
  if (price.cents === 0) return 'free';
  const amount = price.cents % 100 === 0 ? price.cents / 100 : (price.cents / 100).toFixed(2);
  return `${amount} USD a ${price.unit}`;
}

function variableNames(addons: readonly Addon[]): readonly string[] {
  const names = addons.flatMap(addon => addon.config_vars ?? []);
  return [...new Set(names)].filter(name => VARIABLE_NAME.test(name)).sort();
}

export const isPostgres = (addon: Addon) => addon.addon_service.name === 'heroku-postgresql';
