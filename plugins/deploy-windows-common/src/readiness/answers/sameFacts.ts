import type { JsonObject } from '@backstage/types';
import { canonicalJson } from 'backstage-plugin-infra-overview-common';

/** Whether what somebody signed for still is what is there. Order of keys and of lists of items makes no difference. */
export function sameFacts(then: JsonObject, today: JsonObject): boolean {
  return canonicalJson(then) === canonicalJson(today);
}
