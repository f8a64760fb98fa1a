import { countsAsDrift, type ObservedAnswer } from 'backstage-plugin-infra-overview-common';
import { ENTITY, READS, readRef, type ActionsDeps } from './actionsDeps';

const MOST = 50;

export function registerDrift({ registry, observed, now }: ActionsDeps): void {
  registry.register({
    name: 'infra-drift',
    title: 'What runs, against what is declared',
    description:
      'How the infrastructure document of a project differs from what sources see, with the lines that would settle it. Changes nothing.',
    attributes: READS,
    schema: {
      input: z => z.object({ entity: z.string().describe(ENTITY) }),
      output: z =>
        z.object({
          sentence: z.string().describe('The answer as one sentence'),
          differences: z.array(
            z.object({
              path: z.string(),
              environment: z.string().optional(),
              what: z.string(),
              words: z.string(),
              source: z.string(),
              yaml: z.string().optional().describe('Lines that would make the document say it'),
            }),
          ),
          sources: z.array(z.string()).describe('How the sources are doing'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { body } = await observed.observed(readRef(input.entity), { credentials });
      const answer: ObservedAnswer = JSON.parse(body);
      const differences = answer.drift.filter(finding => countsAsDrift(finding, now()));
      return {
        output: {
          sentence: sentenceOf(answer, differences.length),
          differences: differences.slice(0, MOST).map(finding => ({
            path: finding.path,
            ...(finding.environment !== undefined && { environment: finding.environment }),
            what: finding.title,
            words: finding.words,
            source: finding.source,
            ...(finding.patch && { yaml: finding.patch.yaml }),
          })),
          sources: answer.sources.map(({ words }) => words),
        },
      };
    },
  });
}

function sentenceOf({ sources, drift, facts }: ObservedAnswer, count: number): string {
  if (sources.length === 0) return 'No source is configured, so nothing is known of what runs.';
  if (drift.length === 0 && facts.length === 0)
    return 'No source sees anything of this project, so nothing is known of what runs.';
  if (count === 0) return 'Nothing that sources see differs from the document.';
  return `${count === 1 ? 'One fact differs' : `${count} facts differ`} from the document.`;
}
