import type { Instant } from '../../time/instant';
import type { InfraDocument } from '../document';
import type { Problem } from '../problem';
import { toProblem, type LintContext, type LintOptions } from './lintContext';
import { lintDates } from './lintDates';
import { lintReferences } from './lintReferences';
import { lintSections } from './lintSections';
import { lintWindows } from './lintWindows';

/** What is wrong with a document that could be read. Errors first, hints last. */
export function lintInfra(
  document: InfraDocument,
  now: Instant,
  options: LintOptions = {},
): readonly Problem[] {
  const context: LintContext = { document, within: options.within ?? document, now, options };
  return [
    ...lintWindows(context),
    ...lintReferences(context),
    ...lintDates(context),
    ...lintSections(context),
  ].map(finding => toProblem(finding, options));
}
