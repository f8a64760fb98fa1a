import { useApi } from '@backstage/core-plugin-api';
import type {
  IncidentFreezeAskedText,
  PreviewAnswer,
  WindowWishText,
} from 'backstage-plugin-deploy-windows-common';
import { useAsked, useSettled, type Asked } from 'backstage-plugin-infra-overview-react';
import { deployWindowsApiRef } from '../../api';
import { reader } from '../../time/reader';

/** What a window would do; asked again once the form stands still. */
export function useWindowPreview(wish: WindowWishText): Asked<PreviewAnswer> {
  const api = useApi(deployWindowsApiRef);
  const key = useSettled(JSON.stringify(wish), 400);
  return useAsked(`window ${key}`, signal =>
    api.previewWindow(JSON.parse(key) as WindowWishText, { signal }, reader),
  );
}

export function useIncidentFreezePreview(wish: IncidentFreezeAskedText): Asked<PreviewAnswer> {
  const api = useApi(deployWindowsApiRef);
  const key = useSettled(JSON.stringify(wish), 400);
  return useAsked(`incident freeze ${key}`, signal =>
    api.previewIncidentFreeze(JSON.parse(key) as IncidentFreezeAskedText, { signal }, reader),
  );
}
