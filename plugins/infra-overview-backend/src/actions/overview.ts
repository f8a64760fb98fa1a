import {
  environmentNames,
  fourAnswers,
  viewOf,
  type Overview,
} from 'backstage-plugin-infra-overview-common';
import { ENTITY, READS, readRef, type ActionsDeps } from './actionsDeps';

export function registerOverview({ registry, overviews, now }: ActionsDeps): void {
  registry.register({
    name: 'infra-overview',
    title: 'What a project runs on',
    description:
      'What a project runs on, its database and backups, how it is deployed and who is told when it breaks, as its infrastructure document says. Changes nothing.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(ENTITY),
          environment: z.string().optional().describe('Production where left out'),
        }),
      output: z =>
        z.object({
          sentence: z.string(),
          environment: z.string().optional(),
          environments: z.array(z.string()),
          answers: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
        }),
    },
    action: async ({ input, credentials }) => {
      const { body } = await overviews.overview(readRef(input.entity), { credentials });
      const { entity, effective }: Overview = JSON.parse(body);
      const environments = effective ? environmentNames(effective) : [];
      const wanted = input.environment?.toLocaleLowerCase('en-US');
      const environment =
        wanted === undefined
          ? environments[0]
          : environments.find(name => name.toLocaleLowerCase('en-US') === wanted);
      if (!effective || environment === undefined)
        return {
          output: {
            sentence: effective
              ? `${entity.title} declares no such environment.`
              : `${entity.title} has no infrastructure document that could be read.`,
            environments: [...environments],
            answers: [],
          },
        };
      const answers = fourAnswers(viewOf(effective, environment), now());
      return {
        output: {
          sentence: `${entity.title}, ${environment}, as its document says.`,
          environment,
          environments: [...environments],
          answers: answers.map(({ title, lines }) => ({
            title,
            lines: lines.map(({ text }) => text),
          })),
        },
      };
    },
  });
}
