import { callOf, READS, TARGET, type ActionsDeps } from './actionsDeps';

const OPEN = ['fail', 'expired', 'error', 'unknown'];

export function registerOpenChecks({ registry, readiness, ...deps }: ActionsDeps): void {
  registry.register({
    name: 'open-checks',
    title: 'What is missing before it is ready?',
    description:
      'The checks of a service in an environment that are not met, must-haves first, each with its reason and the lines of its file that would answer it. Changes nothing.',
    attributes: READS,
    schema: {
      input: z =>
        z.object({
          entity: z.string().describe(TARGET.entity),
          environment: z.string().describe(TARGET.environment),
          level: z.enum(['must', 'recommended']).optional().describe('Only these; usually both'),
        }),
      output: z =>
        z.object({
          sentence: z.string(),
          checks: z.array(
            z.object({
              check: z.string(),
              title: z.string(),
              level: z.string(),
              status: z.string(),
              because: z.string(),
              answeredBy: z.string().describe('document: a line; person: a confirmation'),
              path: z.string().optional().describe('Where the line belongs, below spec.infra'),
              yaml: z.string().optional().describe('The line, with placeholders in brackets'),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const { entity, environment, level } = input;
      const options = await callOf(deps, credentials);
      const { sentence, checks } = await readiness.subject(`${entity}#${environment}`, options);
      const open = checks
        .filter(check => check.level !== 'off' && OPEN.includes(check.status))
        .filter(check => level === undefined || check.level === level)
        .sort((a, b) => Number(a.level !== 'must') - Number(b.level !== 'must'));
      return {
        output: {
          sentence,
          checks: open.map(({ id, title, status, because, mode, fix, ...check }) => ({
            check: id,
            title,
            level: check.level,
            status,
            because,
            answeredBy: mode === 'attested' ? 'person' : 'document',
            ...(fix && { path: fix.at, yaml: fix.yaml }),
          })),
        },
      };
    },
  });
}
