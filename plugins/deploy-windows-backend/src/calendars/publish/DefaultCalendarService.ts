import {
  instantText,
  type CalendarScope,
  type CalendarToken,
  type NewCalendarToken,
} from 'backstage-plugin-deploy-windows-common';
import { DAY, MINUTE, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import { invalid, notFound } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import type { InputLoader } from '../../decision/InputLoader';
import type { KnownTarget, TargetDirectory } from '../../policy/TargetDirectory';
import type { RuntimeSource } from '../../runtime/Runtime';
import { calendarEntries, type CalendarTarget } from './calendarEvents';
import type { CalendarService, IcsAnswer } from './CalendarService';
import type { CalendarTokenStore, StoredCalendarToken } from './CalendarTokenStore';
import { targetsOf } from './targetsOf';
import { toIcs } from './toIcs';

export interface DefaultCalendarServiceDeps {
  readonly store: CalendarTokenStore;
  readonly directory: TargetDirectory;
  readonly loader: InputLoader;
  readonly runtime: RuntimeSource;
  /** Of the targets those the caller may see. */
  readonly visible: (
    targets: readonly KnownTarget[],
    options: CallOptions,
  ) => Promise<readonly KnownTarget[]>;
  readonly newId: () => string;
  /** 256 random bits, fit for an address. */
  readonly newToken: () => string;
  readonly digest: (text: string) => string;
  readonly publicUrl: string;
  /** Milliseconds. */
  readonly horizon: number;
}

const MOST_TOKENS = 20;
const MOST_RENDERED = 200;
const MOST_TARGETS = 200;
const LOOKED_BACK = 14 * DAY;
const USED_NOTED_EVERY = 10 * MINUTE;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export class DefaultCalendarService implements CalendarService {
  readonly #deps: DefaultCalendarServiceDeps;
  readonly #rendered = new Map<string, IcsAnswer>();

  constructor(deps: DefaultCalendarServiceDeps) {
    this.#deps = deps;
  }

  async list(options: CallOptions): Promise<readonly CalendarToken[]> {
    const { store } = this.#deps;
    const tokens = await store.ofCreator(options.principal.ref);
    for (const token of tokens) {
      // Who looks at the list is here with rights of now: the calendars follow them.
      const entities = await this.#entities(token.scope, options);
      if (entities.join() !== token.entities.join()) await store.setEntities(token.id, entities);
    }
    return tokens.map(answerOf);
  }

  async create(asked: CalendarScope, options: CallOptions): Promise<NewCalendarToken> {
    const { store, newId, newToken, digest, publicUrl } = this.#deps;
    const scope = lowerCase(asked);
    const entities = await this.#entities(scope, options);
    if (entities.length === 0)
      throw notFound(
        'UNKNOWN_TARGET',
        'Nothing that can be deployed is in this scope, or you may not see it',
      );
    const count = targetsOf(await this.#deps.directory.all(), scope).length;
    if (count > MOST_TARGETS)
      throw invalid(
        'TOO_MANY',
        `${count} targets are in this scope, and a calendar shows ${MOST_TARGETS} at most. Ask for less.`,
      );
    const own = await store.ofCreator(options.principal.ref);
    const token = newToken();
    const stored: StoredCalendarToken = {
      id: newId(),
      scope,
      entities,
      createdBy: options.principal.ref,
      createdAt: options.now,
    };
    for (const old of own.slice(0, Math.max(0, own.length + 1 - MOST_TOKENS)))
      await store.revoke(old.id, options.principal.ref, options.now);
    await store.insert(stored, digest(token));
    return { ...answerOf(stored), url: `${publicUrl}/v1/calendars/${token}.ics` };
  }

  async revoke(id: string, { principal, now }: CallOptions): Promise<void> {
    const isRevoked = await this.#deps.store.revoke(id, principal.ref, now);
    if (!isRevoked) throw notFound('UNKNOWN_CALENDAR', 'You have no calendar address of this id');
  }

  async read(token: string, now: Instant): Promise<IcsAnswer> {
    const { store, digest, runtime, directory } = this.#deps;
    const hash = TOKEN.test(token) ? digest(token) : undefined;
    const stored = hash === undefined ? undefined : await store.byHash(hash);
    if (stored === undefined) throw notFound('UNKNOWN_CALENDAR', 'There is no such calendar');
    if (stored.lastUsedAt === undefined || now - stored.lastUsedAt > USED_NOTED_EVERY)
      await store.used(stored.id, now);
    const { epoch } = await runtime.runtime(now);
    const shown = new Set(stored.entities);
    const targets = targetsOf(await directory.all(), stored.scope).filter(({ entityRef }) =>
      shown.has(entityRef),
    );
    const key = `${stored.id} ${epoch} ${Math.floor(now / DAY)} ${digest(stored.entities.join())}`;
    const known = this.#rendered.get(key);
    if (known) return known;
    const answer = await this.#render(stored.scope, targets, now);
    if (this.#rendered.size >= MOST_RENDERED) this.#rendered.clear();
    this.#rendered.set(key, answer);
    return answer;
  }

  async #render(
    scope: CalendarScope,
    targets: readonly KnownTarget[],
    now: Instant,
  ): Promise<IcsAnswer> {
    const { loader, digest, horizon } = this.#deps;
    const today = Math.floor(now / DAY) * DAY;
    const shown: CalendarTarget[] = [];
    for (const { key, facts, environment } of targets.slice(0, MOST_TARGETS)) {
      const request = {
        target: key,
        changeType: 'deploy',
        principal: 'plugin:deploy-windows',
      } as const;
      const { input } = await loader.load(request, now);
      shown.push({ title: `${facts.title}, ${environment}`, input });
    }
    const range = { start: today - LOOKED_BACK, end: today + Math.min(horizon, 400 * DAY) };
    const entries = calendarEntries(shown, range, digest);
    const content = toIcs(entries, {
      name: nameOf(scope, targets),
      stamp: today,
      withReasons: scope.withReasons === true,
    });
    return { content, etag: digest(content) };
  }

  async #entities(scope: CalendarScope, options: CallOptions): Promise<readonly string[]> {
    const targets = targetsOf(await this.#deps.directory.all(), scope);
    const visible = await this.#deps.visible(targets, options);
    return [...new Set(visible.map(({ entityRef }) => entityRef))].sort();
  }
}

function answerOf({ id, scope, createdAt, lastUsedAt }: StoredCalendarToken): CalendarToken {
  return {
    id,
    scope,
    createdAt: instantText(createdAt),
    ...(lastUsedAt !== undefined && { lastUsedAt: instantText(lastUsedAt) }),
  };
}

function lowerCase({ entity, owner, domain, ...rest }: CalendarScope): CalendarScope {
  return {
    ...rest,
    ...(entity !== undefined && { entity: entity.toLowerCase() }),
    ...(owner !== undefined && { owner: owner.toLowerCase() }),
    ...(domain !== undefined && { domain: domain.toLowerCase() }),
  };
}

function nameOf({ entity, owner, domain }: CalendarScope, targets: readonly KnownTarget[]): string {
  const one = targets.find(({ entityRef }) => entityRef === entity)?.facts.title;
  return `Deploys: ${one ?? entity ?? owner ?? domain ?? 'all'}`;
}
