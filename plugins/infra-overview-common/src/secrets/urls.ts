import type { Match } from './match';
import { looksRandom } from './entropy';

// In JSON a slash may stand behind a backslash.
const AFTER_SCHEME =
  /:(?:\/\/|\\\/\\\/)([^\s/@"'`<>\\]{1,300}(?:@[^\s/@"'`<>\\]{1,100}){0,3})@([^\s/@"'`<>?#:\\]{0,200})/y;

const STAND_IN =
  /^[$%<{*[]|[}>%*\]]$|^(?:x{3,}|\.{3}|password|passwd|pass|pwd|pw|secret|token|redacted|hidden|masked|your\S*|my_?pass\S*|[A-Z][A-Z0-9]*_[A-Z0-9_]*|PASS(?:WORD)?)$/;
const OWN_MACHINE =
  /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|host\.docker\.internal|(?:[\w-]+\.)*example(?:\.\w+)?)$/i;

/** Where an address holds a password, or a token in the place of a user's name. */
export function urlMatches(text: string): readonly Match[] {
  if (!text.includes('@')) return [];
  const matches: Match[] = [];
  for (const slash of [':/', ':\\/']) {
    for (let index = text.indexOf(slash); index >= 0; index = text.indexOf(slash, index + 1)) {
      AFTER_SCHEME.lastIndex = index;
      const [address = '', userInfo = '', host = ''] = AFTER_SCHEME.exec(text) ?? [];
      if (address !== '' && holdsPassword(userInfo, host))
        matches.push({ rule: 'url-with-password', index, end: index + address.length });
    }
  }
  return matches;
}

function holdsPassword(userInfo: string, host: string): boolean {
  const colon = userInfo.indexOf(':');
  const user = colon < 0 ? userInfo : userInfo.slice(0, colon);
  if (colon < 0) return looksRandom(user) || /^[0-9a-f]{16,}$/i.test(user);
  const password = userInfo.slice(colon + 1);
  if (password === '' || password === 'x-oauth-basic')
    return looksRandom(user) || user.length >= 20;
  if (STAND_IN.test(password)) return false;
  return !(user === password && OWN_MACHINE.test(host));
}
