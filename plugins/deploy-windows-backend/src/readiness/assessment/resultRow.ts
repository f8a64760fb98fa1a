import type {
  CheckDefinition,
  Instant,
  Layers,
  Status,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { numberOf, textOf } from '../../database/columns';
import type { Row, StoredResult } from './rows';

export const RESULTS = 'readiness_results';

const CONTENT = ['definition', 'requirement', 'applicability', 'steps', 'bound_facts'] as const;

export const RESULT_COLUMNS = [
  'subject',
  'check_id',
  'check_version',
  'pack',
  ...CONTENT,
  'level',
  'enforce_from_at',
  'status',
  'own_status',
  'evidence',
  'code',
  'next_change_at',
  'since_at',
  'evaluated_at',
] as const;

export interface ResultDates {
  readonly nextChangeAt?: Instant;
  readonly since: Instant;
  readonly evaluatedAt: Instant;
}

/** What was made of facts and questions: two that are the same here differ in no way. */
export function contentOf(
  { asked, answeredAt, applicability, steps, boundFacts }: Omit<Layers, 'attestations' | 'waivers'>,
  definition: string,
) {
  const { pack, checklists, requirement } = asked;
  return {
    definition,
    requirement: JSON.stringify({ pack, checklists, requirement, answeredAt }),
    applicability: JSON.stringify(applicability),
    steps: JSON.stringify(steps),
    bound_facts: JSON.stringify(boundFacts),
  };
}

export function sameContent(row: Readonly<Record<(typeof CONTENT)[number], unknown>>): string {
  return CONTENT.map(name => row[name]).join('\n');
}

export function toResult(row: Row, definition: CheckDefinition): StoredResult {
  const subject = textOf(row.subject);
  let layers: StoredResult['layers'] | undefined;
  return {
    subject,
    checkId: textOf(row.check_id),
    // Whoever judges again compares texts, and reads none of it.
    get layers() {
      layers ??= layersIn(row, definition);
      return layers;
    },
    status: textOf(row.status) as Status,
    ownStatus: textOf(row.own_status) as StoredResult['ownStatus'],
    since: numberOf(row.since_at),
    content: sameContent(row as never),
  };
}

function layersIn(row: Row, definition: CheckDefinition): StoredResult['layers'] {
  const { answeredAt, ...asked } = JSON.parse(textOf(row.requirement));
  return {
    subject: textOf(row.subject),
    answeredAt,
    asked: { ...asked, definition },
    applicability: JSON.parse(textOf(row.applicability)),
    steps: JSON.parse(textOf(row.steps)),
    boundFacts: JSON.parse(textOf(row.bound_facts)),
  };
}
