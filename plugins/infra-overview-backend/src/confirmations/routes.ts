import type { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { parseWire, saidOfFactSchema } from 'backstage-plugin-infra-overview-common';
import { audited } from '../audited';
import type { ApiRouter } from '../schema/apiRouter';
import type { ConfirmationService } from './ConfirmationService';

export interface ConfirmationRoutesOptions {
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  readonly confirmations: ConfirmationService;
}

export function addConfirmationRoutes(
  router: ApiRouter,
  { httpAuth, auditor, confirmations }: ConfirmationRoutesOptions,
): void {
  router.post('/v1/overview/:kind/:namespace/:name/confirmations', async (req, res) => {
    const entityRef = stringifyEntityRef(req.params);
    const said = await audited(
      auditor,
      req,
      { eventId: 'confirm-fact', severityLevel: 'medium', meta: { actionType: 'say', entityRef } },
      async () => {
        const credentials = await httpAuth.credentials(req, { allow: ['user'] });
        const wish = parseWire(saidOfFactSchema, req.body);
        const answer = await confirmations.say(entityRef, wish, { credentials });
        return { answer, meta: { id: answer.id, path: answer.path, answer: answer.answer } };
      },
    );
    res.status(201).json(said);
  });

  router.delete('/v1/overview/:kind/:namespace/:name/confirmations/:id', async (req, res) => {
    const { id, ...entity } = req.params;
    const entityRef = stringifyEntityRef(entity);
    await audited(
      auditor,
      req,
      {
        eventId: 'confirm-fact',
        severityLevel: 'medium',
        meta: { actionType: 'withdraw', entityRef },
      },
      async () => {
        const credentials = await httpAuth.credentials(req, { allow: ['user'] });
        const said = await confirmations.withdraw(entityRef, id, { credentials });
        return { answer: undefined, meta: { id: said.id, path: said.path, answer: said.answer } };
      },
    );
    res.status(204).end();
  });
}
