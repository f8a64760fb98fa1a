/** Looks like a token of GitHub, and is none. Put together here, so that it stands in no file. */
export const PLANTED = ['ghp', '_', 'a1B2'.repeat(9)].join('');

/** Enough of it to know it by, also where a part was cut off. */
export const TELLING = ['a1B2'.repeat(3), PLANTED];
