import type { ScmIntegrationRegistry } from '@backstage/integration';

// What follows the name of a repository in the address of a file: at least two parts come before it.
const INSIDE = /^(\/[^/]+\/[^/]+.*?)(?:\/[-+]\/|\/(?:tree|blob|src|raw|edit|browse)\/).*$/;

/**
 * Whether a file may be included: a file in a repository includes files of that repository alone. Where no integration knows
 * the including file there is no repository, and what may be read is up to `backend.reading`.
 */
export function mayInclude(
  target: string,
  base: string,
  integrations: Pick<ScmIntegrationRegistry, 'byUrl'>,
): boolean {
  if (!URL.canParse(base) || integrations.byUrl(base) === undefined) return true;
  if (!URL.canParse(target)) return false;
  return repositoryOf(target) === repositoryOf(base);
}

function repositoryOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname.replace(INSIDE, '$1')}`.toLocaleLowerCase('en-US');
}
