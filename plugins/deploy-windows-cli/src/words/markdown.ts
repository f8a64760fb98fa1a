import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';

/** As it is written, in a fence that it cannot leave and that a table can hold. */
export function code(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

/** Below a comment: of when and from what it is. */
export function markdownNote(now: Instant, what: string): readonly string[] {
  return ['', `<sub>As of ${instantText(now)}, ${what}.</sub>`];
}
