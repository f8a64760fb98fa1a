import type { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  observedSubjectSchema,
  parseWire,
  type ObservedSubject,
  type SourceState,
} from 'backstage-plugin-infra-overview-common';
import { audited } from '../../audited';
import type { CallOptions } from '../../documents/DocumentSource';
import type { ApiRouter } from '../../schema/apiRouter';
import type { ObservedService, ObservedText } from '../ObservedService';
import type { RefreshService } from '../RefreshService';

/** More entities are asked for in several requests. */
const MOST_REFS = 50;

export interface ObservedRoutesOptions {
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  readonly observed: ObservedService;
  readonly refreshes: RefreshService;
  readonly sourceStates: (options: CallOptions) => Promise<readonly SourceState[]>;
  readonly ingest: (subject: ObservedSubject) => Promise<void>;
}

export function addObservedRoutes(
  router: ApiRouter,
  { httpAuth, auditor, observed, refreshes, sourceStates, ingest }: ObservedRoutesOptions,
): void {
  router.get('/v1/overview/:kind/:namespace/:name/observed', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const answer = await observed.observed(stringifyEntityRef(req.params), { credentials });
    res.set(headersOf(answer)).type('json').send(answer.body);
  });

  router.post('/v1/overview/:kind/:namespace/:name/refresh', async (req, res) => {
    const entityRef = stringifyEntityRef(req.params);
    const answer = await audited(
      auditor,
      req,
      { eventId: 'refresh-sources', severityLevel: 'low', meta: { entityRef } },
      async () => {
        const credentials = await httpAuth.credentials(req, { allow: ['user'] });
        return { answer: await refreshes.refresh(entityRef, { credentials }) };
      },
    );
    res.set('Cache-Control', 'no-store').type('json').send(answer.body);
  });

  router.get('/v1/observed', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const refs = readRefs(req.query.ref);
    res.json({ items: await observed.observedOf(refs, { credentials }) });
  });

  router.get('/v1/sources', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(await sourceStates({ credentials }));
  });

  router.post('/v1/observations', async (req, res) => {
    await audited(
      auditor,
      req,
      { eventId: 'push-observations', severityLevel: 'medium', meta: {} },
      async () => {
        await httpAuth.credentials(req, { allow: ['service'] });
        const subject = parseWire(observedSubjectSchema, req.body);
        await ingest(subject);
        // What was refused is not repeated, here neither.
        return { answer: undefined, meta: { source: subject.source, subject: subject.subject } };
      },
    );
    res.status(204).end();
  });
}

function headersOf({ etag }: ObservedText) {
  return { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' };
}

function readRefs(given: readonly string[]): readonly string[] {
  const refs = given.map(text => {
    try {
      return stringifyEntityRef(parseEntityRef(text));
    } catch {
      throw new InputError('ref: an entity ref, such as system:default/shop');
    }
  });
  if (refs.length > MOST_REFS) throw new InputError(`ref: at most ${MOST_REFS} at once`);
  return [...new Set(refs)];
}
