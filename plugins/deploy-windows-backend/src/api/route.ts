import type {
  AuditorServiceEventSeverityLevel,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { z } from 'zod';
import type { Principal } from '../access/Principal';

/** Who calls, when, and on whose behalf: handed on to every service. */
export interface CallOptions {
  readonly credentials: BackstageCredentials;
  readonly principal: Principal;
  readonly now: Instant;
  readonly idempotencyKey?: string;
}

export interface Call<Query, Body> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly options: CallOptions;
  /** Address of the caller of an open route, for its rate limit. */
  readonly client?: string;
}

/** What goes back: JSON, or a text such as CSV or a calendar. */
export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly text?: {
    readonly type: string;
    readonly content: string;
    readonly fileName?: string;
    readonly etag?: string;
  };
  readonly headers?: Readonly<Record<string, string>>;
  /** What the audit event adds; never a secret. */
  readonly audit?: JsonObject;
}

/** One route: its words and shapes make the OpenAPI document, its handler answers. Shapes are those of `wire.ts`. */
export interface Route<Query = unknown, Body = unknown> {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** As Express writes it: `/v1/windows/:id`. */
  readonly path: `/v1/${string}`;
  readonly summary: string;
  /** Who may call at all; humans only where a machine must not decide. */
  readonly allow: readonly ('user' | 'service')[];
  /** Read without signing in, by whoever knows the path; its handler asks for no rights of the caller. */
  readonly open?: true;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** By status; a text stands for an answer that is no JSON. 400, 401, 403, 404, 409 and 503 are known. */
  readonly answers: Readonly<Record<number, z.ZodType | string>>;
  readonly audit?: {
    readonly eventId: string;
    /** By what was sent, before it is read, where a call may be graver than another of its kind. */
    readonly severity:
      AuditorServiceEventSeverityLevel | ((body: unknown) => AuditorServiceEventSeverityLevel);
    readonly action: string;
    readonly meta?: (call: Call<Query, Body>) => JsonObject;
  };
  readonly handle: (call: Call<Query, Body>) => Promise<Answer>;
}

/** Keeps the types of query and body together; the list of a room is `Route[]`. */
export function route<Query = undefined, Body = undefined>(one: Route<Query, Body>): Route {
  return one as unknown as Route;
}
