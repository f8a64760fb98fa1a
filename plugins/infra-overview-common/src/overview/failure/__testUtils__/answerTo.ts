import { readInfraDocument } from '../../../document';
import { effectiveInfra, viewOf, type InfraView } from '../../../effective';
import { NOW } from '../../__fixtures__/readFixture';
import type { FailureAnswer } from '../failure';
import { failureAnswer, type FailureOptions } from '../failureAnswer';

const ENTITY = 'system:default/shop';

export type AskedView = InfraView & { readonly entityRef: string };

/** One environment of a document as an author writes it. */
export function viewAs(sections: object, environment = 'production'): AskedView {
  const read = readInfraDocument({ schema: 'infra-overview.io/v1alpha1', ...sections });
  if (read.outcome !== 'read') throw new Error('the document was not read');
  const effective = effectiveInfra([
    { entityRef: ENTITY, level: 'system', document: read.document },
  ]);
  return { ...viewOf(effective, environment), entityRef: ENTITY };
}

export function answerTo(
  sections: object,
  of: string,
  more: Partial<FailureOptions> = {},
): FailureAnswer {
  const answer = failureAnswer(viewAs(sections), of, { now: NOW, ...more });
  if (answer === undefined) throw new Error(`nothing can be said of ${of}`);
  return answer;
}
