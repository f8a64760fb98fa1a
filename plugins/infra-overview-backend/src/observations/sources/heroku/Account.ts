import type { Addon, App, Attachment, Coupling } from './allowList';
import { asked, type Asked } from './asked';
import type { HerokuApi } from './HerokuApi';

export interface Pipeline {
  readonly id: string;
  readonly name: string;
}

/** The place of an app among the others. */
export interface Place {
  readonly pipeline: Pipeline;
  /** In Heroku's words: test, review, development, staging, production. */
  readonly stage: string;
}

/** What a few requests tell of all apps at once, so that a thousand apps do not cost thousands of requests. */
export interface Account {
  readonly apps: ReadonlyMap<string, App>;
  /** By id of the app. */
  readonly places: ReadonlyMap<string, Place>;
  /** By id of the pipeline. */
  readonly members: ReadonlyMap<string, readonly App[]>;
  /** By id of the app: its own and those attached to it. An error where Heroku did not tell. */
  readonly addons: Asked<ReadonlyMap<string, readonly Addon[]>>;
  /** Names under which an add-on is attached to an app, by {@link attachmentKey}. */
  readonly attachedAs: ReadonlyMap<string, readonly string[]>;
}

export const attachmentKey = (app: string, addon: string) => `${app} ${addon}`;

/** Throws where apps or pipelines cannot be listed: without them nothing has a place. */
export async function loadAccount(api: HerokuApi): Promise<Account> {
  const [apps, pipelines, couplings, addons] = await Promise.all([
    api.apps(),
    api.pipelines(),
    api.couplings(),
    asked(Promise.all([api.addons(), api.attachments()])),
  ]);
  const [owned, attachments] = addons.ok ? addons.value : [[], []];
  return {
    apps: new Map(apps.map(app => [app.name, app])),
    ...placesOf(apps, pipelines, couplings),
    addons: addons.ok ? { ok: true, value: addonsByApp(owned, attachments) } : addons,
    attachedAs: grouped(attachments, ({ app, addon, name }) => [
      attachmentKey(app.id, addon.id),
      name,
    ]),
  };
}

function placesOf(
  apps: readonly App[],
  pipelines: readonly Pipeline[],
  couplings: readonly Coupling[],
): Pick<Account, 'places' | 'members'> {
  const pipelineById = new Map(pipelines.map(pipeline => [pipeline.id, pipeline]));
  const appById = new Map(apps.map(app => [app.id, app]));
  const places = new Map<string, Place>();
  for (const { app, pipeline, stage } of couplings) {
    const known = pipelineById.get(pipeline.id);
    if (known) places.set(app.id, { pipeline: known, stage });
  }
  const members = grouped([...places], ([app, { pipeline }]) => {
    const known = appById.get(app);
    return known && [pipeline.id, known];
  });
  return { places, members };
}

/** A shared add-on is one add-on, in the list of every app it is attached to. */
function addonsByApp(addons: readonly Addon[], attachments: readonly Attachment[]) {
  const addonById = new Map(addons.map(addon => [addon.id, addon]));
  const byApp = new Map<string, Map<string, Addon>>();
  const add = (app: string, addon: Addon) => {
    const known = byApp.get(app) ?? new Map<string, Addon>();
    byApp.set(app, known.set(addon.id, addon));
  };
  for (const addon of addons) add(addon.app.id, addon);
  for (const { app, addon } of attachments) {
    const known = addonById.get(addon.id);
    if (known) add(app.id, known);
  }
  return new Map([...byApp].map(([app, known]) => [app, [...known.values()]]));
}

function grouped<T, V>(
  items: readonly T[],
  entry: (item: T) => readonly [string, V] | undefined,
): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const pair = entry(item);
    if (!pair) continue;
    const [key, value] = pair;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
