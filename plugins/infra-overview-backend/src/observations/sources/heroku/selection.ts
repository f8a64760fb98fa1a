import type { Account, Pipeline } from './Account';
import type { App } from './allowList';
import type { AppBinding } from './config';

export interface Selection {
  readonly apps: readonly App[];
  /** Wanted, but not in the list of apps: each is asked for by its name. */
  readonly missing: readonly string[];
  /** Wanted, but not a name Heroku gives to apps, so nothing is asked. */
  readonly impossible: readonly string[];
  readonly pipelines: readonly Pipeline[];
}

const APP_NAME = /^[a-z][a-z0-9-]{1,62}$/;
/** Apps of these stages come and go by the dozen; the pipeline says that there are some. */
const PASSING = ['review', 'test'];

/** What is wanted, and what is in a pipeline with it. Everything else of the account is none of our business. */
export function select(
  wanted: readonly string[],
  bindings: readonly AppBinding[],
  account: Account,
): Selection {
  const names = new Set([...wanted, ...bindings.map(({ app }) => app)].map(name => name.trim()));
  const apps = new Map<string, App>();
  const pipelines = new Map<string, Pipeline>();
  const missing: string[] = [];
  const impossible: string[] = [];
  for (const name of names) {
    const app = account.apps.get(name.toLowerCase());
    if (!APP_NAME.test(name.toLowerCase())) impossible.push(name);
    else if (app) apps.set(app.id, app);
    else missing.push(name);
  }
  for (const { id } of [...apps.values()]) {
    const place = account.places.get(id);
    if (!place || pipelines.has(place.pipeline.id)) continue;
    pipelines.set(place.pipeline.id, place.pipeline);
    for (const member of account.members.get(place.pipeline.id) ?? []) {
      const stage = account.places.get(member.id)?.stage ?? '';
      if (!PASSING.includes(stage)) apps.set(member.id, member);
    }
  }
  return { apps: [...apps.values()], missing, impossible, pipelines: [...pipelines.values()] };
}
