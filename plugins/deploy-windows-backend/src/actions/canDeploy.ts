import {
  decisionQuerySchema,
  parseWire,
  type DecisionAnswer,
} from 'backstage-plugin-deploy-windows-common';
import { callOf, READS, TARGET, type ActionsDeps } from './actionsDeps';

export function registerCanDeploy({ registry, decisions, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'can-deploy',
    title: 'May we deploy now?',
    description:
      'Whether a service may be deployed to an environment now, by deploy windows, freezes, notices and locks; and if not, why, when, and who can change that. Deploys nothing.',
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
          outcome: z.enum(['allowed', 'blocked']),
          sentence: z.string().describe('The answer as one sentence'),
          reasons: z.array(
            z.object({
              code: z.string(),
              text: z.string(),
              rule: z.string().optional(),
              clearedBy: z.array(z.string()),
            }),
          ),
          warnings: z.array(z.string()),
          nextOpen: z.string().optional().describe('The next time a start is possible'),
          nextIfNotifiedNow: z
            .string()
            .optional()
            .describe('The next time, if the audience is told now'),
          finishBy: z.string().optional(),
          validUntil: z.string().describe('Ask again after this'),
        }),
    },
    action: async ({ input, credentials }) => {
      const answer = await decisions.decision(
        parseWire(decisionQuerySchema, input),
        await callOf(deps, credentials),
      );
      return { output: shortAnswer(answer) };
    },
  });
}

function shortAnswer({
  outcome,
  sentence,
  reasons,
  warnings,
  nextOpen,
  nextIfNotifiedNow,
  finishBy,
  validUntil,
}: DecisionAnswer) {
  return {
    outcome,
    sentence,
    reasons: reasons.map(({ code, text, rule, clearedBy }) => ({
      code,
      text,
      ...(rule !== undefined && { rule }),
      clearedBy,
    })),
    warnings: warnings.map(({ text }) => text),
    ...(nextOpen && { nextOpen: `${nextOpen.text} (${nextOpen.at})` }),
    ...(nextIfNotifiedNow && {
      nextIfNotifiedNow: `${nextIfNotifiedNow.text} (${nextIfNotifiedNow.at})`,
    }),
    ...(finishBy !== undefined && { finishBy }),
    validUntil,
  };
}
