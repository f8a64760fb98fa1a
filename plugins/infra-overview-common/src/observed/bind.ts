import { itemsOf } from '../document';
import { environmentNames, stageOf, type EffectiveInfra } from '../effective';
import type { ObservedSubject } from './observation';
import { wantedApps } from './wantedApps';

/** A subject and the environment of the document it is about. */
export interface BoundSubject {
  /** As the document names it; where it is not declared, as the source does. */
  readonly environment: string;
  readonly declared: boolean;
  readonly subject: ObservedSubject;
}

export interface BindInput {
  readonly entityRef: string;
  /** Its parts and its System: what is configured for them is about this page too. */
  readonly relatedRefs: readonly string[];
  readonly effective: EffectiveInfra;
  /** An app of another platform may have the same name; sources that are not listed look at every platform. */
  readonly sources?: readonly { readonly id: string; readonly platforms: readonly string[] }[];
}

/**
 * Which environment each subject is about, first match: configuration names the entity and an environment; the document names
 * the app; the source groups it with one that is bound, and its environment is still free; in such a group but nothing fits:
 * observed, not declared. Subjects of other projects are left out. The order of the subjects makes no difference.
 */
export function bindSubjects(
  input: BindInput,
  subjects: readonly ObservedSubject[],
): readonly BoundSubject[] {
  const place = placesOf(input);
  const bound: BoundSubject[] = [];
  const open: ObservedSubject[] = [];
  for (const subject of [...subjects].sort(bySubject)) {
    const environments = place.configured(subject) ?? place.named(subject);
    for (const environment of environments) bound.push({ environment, declared: true, subject });
    if (environments.length === 0) open.push(subject);
  }
  const known = new Set(bound.flatMap(({ subject }) => groupOf(subject) ?? []));
  const configured = (subject: ObservedSubject) =>
    subject.entityRef !== undefined && place.isOurs(subject.entityRef);
  const taken = new Set(bound.map(({ environment, subject }) => takenKey(subject, environment)));
  for (const subject of open) {
    const group = groupOf(subject);
    const isNear = group !== undefined && known.has(group) && subject.entityRef === undefined;
    if (!isNear && !configured(subject)) continue;
    const free = place.fitting(subject, environment => !taken.has(takenKey(subject, environment)));
    if (free !== undefined) taken.add(takenKey(subject, free));
    bound.push({
      environment: free ?? place.nameOfUndeclared(subject),
      declared: free !== undefined,
      subject,
    });
  }
  return bound;
}

interface Places {
  isOurs(entityRef: string): boolean;
  /** Undefined: configuration does not say. */
  configured(subject: ObservedSubject): readonly string[] | undefined;
  named(subject: ObservedSubject): readonly string[];
  fitting(subject: ObservedSubject, isFree: (name: string) => boolean): string | undefined;
  nameOfUndeclared(subject: ObservedSubject): string;
}

function placesOf({ entityRef, relatedRefs, effective, sources = [] }: BindInput): Places {
  const names = environmentNames(effective);
  const declared = itemsOf(effective.document.environments);
  const stages = names.map(name => ({
    name,
    stage: stageOf(declared.find(item => item.name === name) ?? { name }).stage,
  }));
  const ours = new Set([entityRef, ...relatedRefs].map(lower));
  const apps = appsOf(effective, names);

  const fitting = (subject: ObservedSubject, isFree: (name: string) => boolean) => {
    const word = subject.environment;
    if (word === undefined) return undefined;
    const byName = names.find(name => lower(name) === lower(word));
    if (byName !== undefined) return isFree(byName) ? byName : undefined;
    const { stage } = stageOf({ name: word });
    if (stage === 'other') return undefined;
    const byStage = stages.filter(item => item.stage === stage && isFree(item.name));
    // Two that fit are a guess, and a guess would be held against the wrong one.
    return byStage.length === 1 ? byStage[0]?.name : undefined;
  };

  return {
    isOurs: ref => ours.has(lower(ref)),
    configured: subject => {
      if (subject.entityRef === undefined || !ours.has(lower(subject.entityRef))) return undefined;
      const found = fitting(subject, () => true);
      if (found !== undefined) return [found];
      const [only, ...others] = names;
      const isWhole = subject.environment === undefined && others.length === 0;
      return isWhole && only !== undefined ? [only] : undefined;
    },
    named: subject =>
      (apps.get(lower(subject.subject)) ?? [])
        .filter(app => looksAt(sources, subject.source, app.platform))
        .map(app => app.environment),
    fitting,
    nameOfUndeclared: ({ environment, subject }) => {
      const isTaken = names.some(name => lower(name) === lower(environment ?? ''));
      return environment === undefined || isTaken ? subject : environment;
    },
  };
}

interface NamedApp {
  readonly environment: string;
  readonly platform: string | undefined;
}

/** By name of the app. An app whose platform nobody states may be of any. */
function appsOf(effective: EffectiveInfra, names: readonly string[]) {
  const platforms = new Map(wantedApps(effective).map(each => [each.environment, each.platform]));
  const apps = new Map<string, NamedApp[]>();
  for (const { name, hosting } of itemsOf(effective.document.environments)) {
    if (hosting?.app === undefined || !names.includes(name)) continue;
    const app = lower(hosting.app);
    apps.set(app, [...(apps.get(app) ?? []), { environment: name, platform: platforms.get(name) }]);
  }
  return apps;
}

function looksAt(
  sources: NonNullable<BindInput['sources']>,
  id: string,
  platform: string | undefined,
): boolean {
  const { platforms = [] } = sources.find(source => source.id === id) ?? {};
  return platform === undefined || platforms.length === 0 || platforms.includes(platform);
}

/** Names of groups are a source's own: two sources may use one for two things. */
function groupOf({ source, group }: ObservedSubject): string | undefined {
  return group === undefined ? undefined : JSON.stringify([source, group]);
}

function takenKey({ source }: ObservedSubject, environment: string): string {
  return JSON.stringify([source, environment]);
}

function bySubject(a: ObservedSubject, b: ObservedSubject): number {
  return compareText(a.source, b.source) || compareText(a.subject, b.subject);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function lower(text: string): string {
  return text.trim().toLowerCase();
}
