import { useApi } from '@backstage/core-plugin-api';
import type { NoticePreview, NoticeWishText } from 'backstage-plugin-deploy-windows-common';
import { useAsked, useSettled, type Asked } from 'backstage-plugin-infra-overview-react';
import { deployWindowsApiRef } from '../../api';

/** What would be sent, to whom, and what it would free; asked again once the form stands still. */
export function useNoticePreview(wish: NoticeWishText): Asked<NoticePreview> {
  const api = useApi(deployWindowsApiRef);
  const key = useSettled(JSON.stringify(wish), 400);
  return useAsked(`notice ${key}`, signal =>
    api.previewNotice(JSON.parse(key) as NoticeWishText, { signal }),
  );
}
