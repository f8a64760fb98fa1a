import { asSentence } from 'backstage-plugin-infra-overview-common';
import type { FileProblem } from '../readiness/documentsIn';

/** `catalog/web.yaml, line 12, environments[production].stage: …`, and the way out. */
export function problemLine({ file, line, path, message, fix }: FileProblem): string {
  const where = [
    file,
    ...(line === undefined ? [] : [`line ${line}`]),
    path === '' ? 'spec.infra' : path,
  ];
  return `${where.join(', ')}: ${asSentence(message)}${fix === undefined ? '' : ` ${asSentence(fix)}`}`;
}
