import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ENTITY, READS, readRef } from '../actions/actionsDeps';
import type { ImpactService } from './ImpactService';

export interface ImpactActionDeps {
  readonly registry: ActionsRegistryService;
  readonly impact: Pick<ImpactService, 'failure'>;
}

export function registerWhatHappensIf({ registry, impact }: ImpactActionDeps): void {
  registry.register({
    name: 'what-happens-if',
    title: 'What happens if something goes down?',
    description:
      'What stops, what runs on with less, the way back, where the credentials lie and whom to tell when a part of a project goes down, as its infrastructure document says; and what nobody has stated. Changes nothing.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(ENTITY),
          of: z
            .string()
            .describe(
              'What goes down: a fact path such as addons[db], requestPath.nodes[router], environments[production].processes[web] or credentialLocations[admin]; or platform:heroku, product:…, provider:…, store:…',
            ),
          environment: z.string().optional().describe('Production where left out'),
        }),
      output: z =>
        z.object({
          sentence: z.string().describe('The answer in one paragraph'),
          outcome: z.enum(['stops', 'degrades', 'survives', 'no-effect-known']),
          environment: z.string(),
          stops: z.array(z.string()),
          degrades: z.array(z.string()),
          recover: z.array(z.string()),
          credentials: z.array(z.string()).describe('Names and places, never values'),
          tell: z.array(z.string()),
          unknown: z
            .array(z.object({ path: z.string(), question: z.string() }))
            .describe('Facts that nobody has stated'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entity, of, environment } = input;
      const answer = await impact.failure(
        readRef(entity),
        { of, ...(environment !== undefined && { environment }) },
        { credentials },
      );
      const hit = ({ title, because }: { readonly title: string; readonly because: string }) =>
        `${title}: ${because}`;
      const step = ({ title, text }: { readonly title: string; readonly text: string }) =>
        `${title}: ${text}`;
      return {
        output: {
          sentence: answer.sentence,
          outcome: answer.outcome,
          environment: answer.environment,
          stops: answer.stops.map(hit),
          degrades: answer.degrades.map(hit),
          recover: answer.recover.map(step),
          credentials: answer.credentials.map(step),
          tell: answer.tell.map(step),
          unknown: answer.unknown.map(({ path, question }) => ({ path, question })),
        },
      };
    },
  });
}
