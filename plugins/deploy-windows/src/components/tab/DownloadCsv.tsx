import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { ExportName } from 'backstage-plugin-deploy-windows-common';
import { ToneText, failureOf } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { saveCsv } from '../../lib/saveCsv';
import { useTab } from './TabContext';

/** A log of the environment on the tab as a file. */
export function DownloadCsv({ log }: { readonly log: ExportName }) {
  const api = useApi(deployWindowsApiRef);
  const { entityRef, environment } = useTab();
  const [state, setState] = useState<{ readonly pending: boolean; readonly failure?: string }>({
    pending: false,
  });
  const download = async () => {
    setState({ pending: true });
    try {
      saveCsv(`${log}.csv`, await api.csv(log, { entity: entityRef, environment }));
      setState({ pending: false });
    } catch (error) {
      setState({ pending: false, failure: failureOf(error).message });
    }
  };
  return (
    <>
      {state.failure !== undefined && (
        <span role="alert">
          <ToneText tone="bad">No CSV file: {state.failure}</ToneText>
        </span>
      )}
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={state.pending}
        onPress={download}
      >
        Download CSV
      </Button>
    </>
  );
}
