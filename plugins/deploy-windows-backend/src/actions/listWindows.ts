import { decisionQuerySchema, parseWire } from 'backstage-plugin-deploy-windows-common';
import { callOf, READS, TARGET, type ActionsDeps } from './actionsDeps';

export function registerListWindows({ registry, windows, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'list-windows',
    title: 'Which deploy windows and freezes apply?',
    description:
      'The windows, freezes and agreed times that apply to a service in an environment, with the level each comes from.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          zone: z.string().optional().describe(TARGET.zone),
        }),
      output: z =>
        z.object({
          openByDefault: z.boolean(),
          windows: z.array(
            z.object({
              key: z.string(),
              kind: z.string(),
              title: z.string(),
              level: z.string(),
              sentence: z.string(),
              reason: z.string().optional(),
              governs: z.boolean(),
              active: z.boolean(),
              next: z.array(z.string()),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entity, environment, zone } = parseWire(decisionQuerySchema, input);
      const query = { entity, environment, ...(zone !== undefined && { zone }) };
      const { windows: found, policy } = await windows.windows(
        query,
        await callOf(deps, credentials),
      );
      const shown = found.map(
        ({ key, kind, title, level, sentence, reason, governs, active, next }) => ({
          key,
          kind,
          title,
          level,
          sentence,
          ...(reason !== undefined && { reason }),
          governs,
          active,
          next: next.map(({ text }) => text),
        }),
      );
      return { output: { openByDefault: policy.openByDefault.open, windows: shown } };
    },
  });
}
