import type { JsonValue } from '@backstage/types';
import { capitalised } from 'backstage-plugin-infra-overview-common';
import type { Finding } from '../effective/outcome';
import type { FactOrigin } from '../facts/fact';
import type { FindingAnswer } from '../wire';
import { findingText } from '../words/findingText';
import { originWords } from '../words/originWords';
import type { PresentContext } from './context';

type Json = NonNullable<FindingAnswer['found']>;

/** A value a rule looked at. People whom the reader may not see are in no field of it. */
export function findingAnswer(finding: Finding, context: PresentContext): FindingAnswer {
  const { code, fact, found, wanted, path, origin } = finding;
  const shown = visible(found, context);
  return {
    code,
    fact,
    text: capitalised(findingText(finding, context.titles)),
    ...(shown !== undefined && { found: shown as Json }),
    ...(wanted !== undefined && { wanted: wanted as Json }),
    ...(path !== undefined && { path }),
    ...(origin !== undefined && { origin: originAnswer(origin, context) }),
  };
}

function originAnswer(
  origin: FactOrigin,
  { now }: PresentContext,
): NonNullable<FindingAnswer['origin']> {
  const { entityRef, path, kind, at, by } = origin;
  return {
    ...(entityRef !== undefined && { entityRef }),
    path,
    kind,
    ...(at !== undefined && { at }),
    ...(by !== undefined && { by }),
    words: originWords(origin, now),
  };
}

const isHidden = (value: JsonValue, { titles = {} }: PresentContext) =>
  typeof value === 'string' && /^user:/i.test(value) && !(value.toLowerCase() in titles);

function visible(value: JsonValue | undefined, context: PresentContext): JsonValue | undefined {
  if (!Array.isArray(value)) {
    return value === undefined || isHidden(value, context) ? undefined : value;
  }
  return value.filter(item => !isHidden(item, context));
}
