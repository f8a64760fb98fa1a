import { decisionQuerySchema, parseWire } from 'backstage-plugin-deploy-windows-common';
import { callOf, READS, TARGET, type ActionsDeps } from './actionsDeps';

export function registerExplain({ registry, decisions, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'explain',
    title: 'Why may we deploy, or not?',
    description:
      'The decision of can-deploy with every window that was considered, each with its level and effect.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          changeType: z.string().optional().describe(TARGET.changeType),
          at: z.string().optional().describe(TARGET.at),
          duration: z.string().optional().describe(TARGET.duration),
          zone: z.string().optional().describe(TARGET.zone),
        }),
      output: z =>
        z.object({
          sentence: z.string(),
          outcome: z.enum(['allowed', 'blocked']),
          steps: z.array(
            z.object({
              window: z.string(),
              level: z.string(),
              kind: z.string(),
              title: z.string(),
              governs: z.boolean(),
              active: z.boolean(),
              text: z.string(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { sentence, outcome, steps } = await decisions.explain(
        parseWire(decisionQuerySchema, input),
        await callOf(deps, credentials),
      );
      const shown = steps.map(({ window, level, kind, title, governs, active, text }) => ({
        window,
        level,
        kind,
        title,
        governs,
        active,
        text,
      }));
      return { output: { sentence, outcome, steps: shown } };
    },
  });
}
