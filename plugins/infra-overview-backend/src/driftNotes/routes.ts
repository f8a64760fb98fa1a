import type { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { driftNoteAskedSchema, parseWire } from 'backstage-plugin-infra-overview-common';
import { audited } from '../audited';
import type { ApiRouter } from '../schema/apiRouter';
import type { DriftNoteService } from './DriftNoteService';

export interface DriftNoteRoutesOptions {
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  readonly driftNotes: DriftNoteService;
}

export function addDriftNoteRoutes(
  router: ApiRouter,
  { httpAuth, auditor, driftNotes }: DriftNoteRoutesOptions,
): void {
  router.post('/v1/overview/:kind/:namespace/:name/drift-notes', async (req, res) => {
    const entityRef = stringifyEntityRef(req.params);
    const note = await audited(
      auditor,
      req,
      { eventId: 'note-drift', severityLevel: 'medium', meta: { actionType: 'note', entityRef } },
      async () => {
        const credentials = await httpAuth.credentials(req, { allow: ['user'] });
        const asked = parseWire(driftNoteAskedSchema, req.body);
        const answer = await driftNotes.note(entityRef, asked, { credentials });
        const { id, path, kind, until } = answer;
        return { answer, meta: { id, path, kind, until } };
      },
    );
    res.status(201).json(note);
  });

  router.delete('/v1/overview/:kind/:namespace/:name/drift-notes/:id', async (req, res) => {
    const { id, ...entity } = req.params;
    const entityRef = stringifyEntityRef(entity);
    await audited(
      auditor,
      req,
      {
        eventId: 'note-drift',
        severityLevel: 'medium',
        meta: { actionType: 'withdraw', entityRef },
      },
      async () => {
        const credentials = await httpAuth.credentials(req, { allow: ['user'] });
        const note = await driftNotes.withdraw(entityRef, id, { credentials });
        return { answer: undefined, meta: { id: note.id, path: note.path, kind: note.kind } };
      },
    );
    res.status(204).end();
  });
}
