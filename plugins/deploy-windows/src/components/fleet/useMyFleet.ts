import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import type { WindowsFleet } from 'backstage-plugin-deploy-windows-common';
import { useCallback, useEffect, useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { useLive } from '../../live/useLive';
import { reader } from '../../time/reader';

export interface MyFleet {
  readonly fleet?: WindowsFleet;
  readonly error?: Error;
}

/** The services whose owner the reader is or belongs to, in one request. */
export function useMyFleet(stage: string | undefined) {
  const api = useApi(deployWindowsApiRef);
  const identity = useApi(identityApiRef);
  const [state, setState] = useState<MyFleet>({});

  const load = useCallback(async () => {
    try {
      const { ownershipEntityRefs } = await identity.getBackstageIdentity();
      const fleet = await api.fleet({
        owner: ownershipEntityRefs.join(','),
        ...(stage !== undefined && { stage }),
        days: 0,
        limit: 50,
        zone: reader.zone,
        locale: reader.locale,
      });
      setState({ fleet });
    } catch (error) {
      setState(before => ({ ...before, error: error as Error }));
    }
  }, [api, identity, stage]);

  useEffect(() => {
    load();
  }, [load]);
  useLive(load);
  return { ...state, retry: load };
}
