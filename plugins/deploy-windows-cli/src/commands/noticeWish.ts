import type { NoticeWishText } from 'backstage-plugin-deploy-windows-common';
import { targetOf } from '../arguments/asked';
import { wrongUse } from '../failure';
import type { Values } from '../arguments/options';

/** Whom, about what, and which range. */
export function noticeWish(values: Values): Omit<NoticeWishText, 'dryRun'> {
  const { audience, from, to, text } = values;
  if (from !== undefined && to !== undefined && Date.parse(to) <= Date.parse(from)) {
    throw wrongUse('--to must be after --from.');
  }
  return {
    ...targetOf(values),
    ...(audience !== undefined && { audience }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(text !== undefined && { text }),
  };
}
