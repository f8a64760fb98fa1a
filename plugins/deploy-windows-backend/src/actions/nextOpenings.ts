import { nextQuerySchema, parseWire } from 'backstage-plugin-deploy-windows-common';
import { callOf, READS, TARGET, type ActionsDeps } from './actionsDeps';

export function registerNextOpenings({ registry, decisions, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'next-openings',
    title: 'When may we deploy?',
    description:
      'The next times at which a deploy of a service to an environment may start and its expected duration fits.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          count: z
            .union([z.number(), z.string()])
            .optional()
            .describe('How many, 1 to 100; usually 5'),
          within: z.string().optional().describe('How far ahead, ISO 8601, such as P14D'),
          duration: z.string().optional().describe(TARGET.duration),
          zone: z.string().optional().describe(TARGET.zone),
        }),
      output: z =>
        z.object({
          zone: z.string(),
          openings: z.array(
            z.object({
              at: z.string(),
              closes: z.string().optional(),
              text: z.string(),
              reason: z.string(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { zone, openings } = await decisions.next(
        parseWire(nextQuerySchema, input),
        await callOf(deps, credentials),
      );
      const shown = openings.map(({ at, closes, text, reason }) => ({
        at,
        ...(closes !== undefined && { closes }),
        text,
        reason,
      }));
      return { output: { zone, openings: shown } };
    },
  });
}
