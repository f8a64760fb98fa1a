import { parseWire, verdictQuerySchema } from 'backstage-plugin-deploy-windows-common';
import { callOf, READS, TARGET, type ActionsDeps } from './actionsDeps';

export function registerReadinessVerdict({ registry, readiness, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'readiness-verdict',
    title: 'Is it ready?',
    description:
      'Whether a service meets what is required of it in an environment, in one sentence with the must-haves that are open. Changes nothing.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          at: z.string().optional().describe(TARGET.at),
        }),
      output: z =>
        z.object({
          verdict: z.enum(['ready', 'ready-with-waivers', 'not-ready', 'not-assessed']),
          sentence: z.string().describe('The answer as one sentence'),
          open: z
            .array(z.object({ check: z.string(), title: z.string(), status: z.string() }))
            .describe('Must-haves that are open; explain-check says why'),
          gate: z.string().describe('What deploys make of it'),
          factsAge: z.string(),
          validUntil: z.string().optional().describe('By time alone it changes then'),
        }),
    },
    action: async ({ input, credentials }) => {
      const answer = await readiness.verdict(
        parseWire(verdictQuerySchema, input),
        await callOf(deps, credentials),
      );
      const { verdict, sentence, open, gate, factsAge, validUntil } = answer;
      return {
        output: {
          verdict,
          sentence,
          open: open.map(({ checkId, title, status }) => ({ check: checkId, title, status })),
          gate: gate.words,
          factsAge,
          ...(validUntil !== undefined && { validUntil }),
        },
      };
    },
  });
}
