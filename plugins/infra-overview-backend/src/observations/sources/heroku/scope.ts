/** What a token may hold: both read no configuration variables. */
const ALLOWED = ['identity', 'read'];

export type Scope =
  | { readonly outcome: 'right' }
  | { readonly outcome: 'wrong'; readonly reason: string }
  | { readonly outcome: 'unknown' };

const REMEDY =
  'make one that cannot with "heroku authorizations:create --scope read --description infra-overview"';

/**
 * Judges the scope Heroku declares for the token that asked, in the header `Oauth-Scope` of every answer. (The authorization at
 * `/oauth/authorizations/~` is the account's default one, not that of the token, and its answer holds a token.)
 */
export function judgeScope(header: string | undefined): Scope {
  const scopes = header?.split(/[\s,]+/).filter(word => word !== '') ?? [];
  if (scopes.length === 0) return { outcome: 'unknown' };
  if (scopes.some(scope => !ALLOWED.includes(scope))) {
    return { outcome: 'wrong', reason: `the token could read secrets or write; ${REMEDY}` };
  }
  if (!scopes.includes('read')) {
    return { outcome: 'wrong', reason: `the token may not read apps; ${REMEDY}` };
  }
  return { outcome: 'right' };
}

export const NOT_PROVEN = `scope not proven: Heroku did not say what the token may do. Until it does, nothing is asked; if you made the token with scope read, set infraOverview.sources.heroku.scopeProof to trusted`;
