import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { counted, type Confirmation } from 'backstage-plugin-infra-overview-common';

/** Something of what is observed, or said of it, is another than before. `eventPayload: { version: 1, entityRef }` */
export const OBSERVED_CHANGED = 'infra-overview.observed-changed';

export interface TellerOptions {
  readonly events: Pick<EventsService, 'publish'>;
  /** Absent: switched off. */
  readonly notifications?: Pick<NotificationService, 'send'>;
  readonly logger: LoggerService;
}

interface Told {
  readonly entityRef: string;
  readonly title: string;
  readonly owner?: string;
}

export type Sent = 'sent' | 'not-sent';

/** Tells owners by the portal's notifications, and other plugins by events. Nothing fails because somebody could not be told. */
export class Teller {
  readonly #options: TellerOptions;

  constructor(options: TellerOptions) {
    this.#options = options;
  }

  async changed(entityRefs: readonly string[]): Promise<void> {
    for (const entityRef of entityRefs) {
      try {
        await this.#options.events.publish({
          topic: OBSERVED_CHANGED,
          eventPayload: { version: 1, entityRef },
        });
      } catch (error) {
        this.#options.logger.warn(`Nobody was told of a change of ${entityRef}`, named(error));
      }
    }
  }

  /** One message a project and run, with numbers rather than facts. */
  async drifted(
    project: Told,
    { began, ended }: { readonly began: number; readonly ended: number },
  ): Promise<Sent> {
    const sentences = [
      ...(began > 0
        ? [`${counted(began, 'fact')} ${began === 1 ? 'is' : 'are'} other than declared.`]
        : []),
      ...(ended > 0 ? [`${counted(ended, 'difference')} ${ended === 1 ? 'is' : 'are'} gone.`] : []),
    ];
    return this.#send(project, {
      title:
        began > 0
          ? `${project.title}: what runs differs from the document`
          : `${project.title}: document and what runs agree again`,
      description: sentences.join(' '),
      topic: 'infra-overview.drift',
      severity: began > 0 ? 'normal' : 'low',
    });
  }

  /** The note stays on the page, where those who may see the project read it. */
  async notTrue(project: Told, { path, by }: Confirmation): Promise<Sent> {
    return this.#send(project, {
      title: `${project.title}: something in the document is said to be not true`,
      description: `${by} says so of ${path}.`,
      topic: 'infra-overview.not-true',
      severity: 'normal',
    });
  }

  async due(project: Told, count: number): Promise<Sent> {
    return this.#send(project, {
      title: `${counted(count, 'fact')} of ${project.title} ${count === 1 ? 'is' : 'are'} past ${count === 1 ? 'its' : 'their'} cadence`,
      description: 'Say on the page which are still true.',
      topic: 'infra-overview.reminder',
      severity: 'low',
    });
  }

  async #send(
    { entityRef, owner }: Told,
    {
      topic,
      ...payload
    }: {
      readonly title: string;
      readonly description: string;
      readonly topic: string;
      readonly severity: 'normal' | 'low';
    },
  ): Promise<Sent> {
    const { notifications, logger } = this.#options;
    if (!notifications || owner === undefined) return 'sent';
    const { kind, namespace, name } = parseEntityRef(entityRef);
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: owner },
        payload: {
          ...payload,
          topic,
          link: `/catalog/${namespace}/${kind}/${name}/infrastructure`,
          scope: `${topic}:${entityRef}`,
        },
      });
      return 'sent';
    } catch (error) {
      logger.warn(`${owner} could not be told of ${entityRef}`, named(error));
      return 'not-sent';
    }
  }
}

function named(error: unknown) {
  return { error: error instanceof Error ? error.name : 'unknown' };
}
