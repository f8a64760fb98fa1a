import type { PackProblem } from 'backstage-plugin-deploy-windows-common/readiness';

/** `packs/acme.yaml, line 12, checks.0.rule (acme.backups): …`. */
export function packProblemLine({ file, line, path, check, message }: PackProblem): string {
  const where = [
    file,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(path === undefined ? [] : [path]),
  ];
  // What is named first keeps its letters: it may be an id.
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return `${where.join(', ')}${check === undefined ? '' : ` (${check})`}: ${sentence}`;
}
