import { notFound } from '../api/coded';
import { callOf, READS, TARGET, type ActionsDeps } from './actionsDeps';

export function registerExplainCheck({ registry, readiness, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'explain-check',
    title: 'Why is this check met, or not?',
    description:
      'One check of a service: what it asks and why, its rule in plain words, every value it looked at with its place, who confirmed or waived it until when. Changes nothing.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          check: z.string().describe('Id of the check, as open-checks gives it'),
        }),
      output: z =>
        z.object({
          title: z.string(),
          why: z.string(),
          place: z.string().optional().describe('Where the standard asks for it'),
          level: z.string(),
          levelBecause: z.string(),
          status: z.string(),
          because: z.string(),
          rule: z.array(z.string()).describe('In plain words, outermost first'),
          found: z.array(z.object({ text: z.string(), origin: z.string().optional() })),
          confirmedBy: z.string().optional(),
          confirmedUntil: z.string().optional(),
          waivedUntil: z.string().optional(),
          waivedBecause: z.string().optional(),
          path: z.string().optional(),
          yaml: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entity, environment, check: id } = input;
      const options = await callOf(deps, credentials);
      const key = `${entity}#${environment}`;
      const { checks } = await readiness.subject(key, options);
      const check = checks.find(each => each.id === id);
      if (check === undefined) throw notFound('UNKNOWN_CHECK', `${id} is not asked of ${key}.`);
      const { title, why, place, level, levelBecause, status, because, ruleWords } = check;
      const { findings, confirmation, waiver, fix } = check;
      return {
        output: {
          title,
          why,
          ...(place !== undefined && { place }),
          level,
          levelBecause,
          status,
          because,
          rule: ruleWords,
          found: findings.map(({ text, origin }) => ({
            text,
            ...(origin && { origin: origin.words }),
          })),
          ...(confirmation && { confirmedBy: confirmation.attestedBy }),
          ...(confirmation?.validUntil !== undefined && {
            confirmedUntil: confirmation.validUntil,
          }),
          ...(waiver && { waivedUntil: waiver.expiresAt, waivedBecause: waiver.reason }),
          ...(fix && { path: fix.at, yaml: fix.yaml }),
        },
      };
    },
  });
}
