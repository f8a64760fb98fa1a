/** Looks like a token of GitHub, and is none. Put together here, so that it stands in no file. */
export const PLANTED = ['ghp', '_', 'a1B2'.repeat(9)].join('');
