import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

export interface AuditedEvent {
  readonly eventId: string;
  readonly severityLevel: 'low' | 'medium' | 'high';
  readonly meta: JsonObject;
}

/** Does something that has to be told afterwards, whether it was refused or done. */
export async function audited<T>(
  auditor: AuditorService,
  request: Request<any, any, any, any, any>,
  { eventId, severityLevel, meta }: AuditedEvent,
  work: () => Promise<{ readonly answer: T; readonly meta?: JsonObject }>,
): Promise<T> {
  const event = await auditor.createEvent({ eventId, severityLevel, request, meta });
  try {
    const { answer, meta: more } = await work();
    await event.success({ ...(more && { meta: more }) });
    return answer;
  } catch (error) {
    // An error of the database may repeat what was to be written.
    await event.fail({ error: new Error(error instanceof Error ? error.name : 'Error') });
    throw error;
  }
}
