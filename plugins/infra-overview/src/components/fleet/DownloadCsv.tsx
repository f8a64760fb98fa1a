import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { FleetQuery } from 'backstage-plugin-infra-overview-common';
import { useState } from 'react';
import { infraOverviewApiRef } from '../../api/infraOverviewApiRef';
import { ToneText } from '../kit';
import styles from './Fleet.module.css';

/** Saves every row that answers the question, not only those on screen. */
export const DownloadCsv = ({ query }: { readonly query: FleetQuery }) => {
  const api = useApi(infraOverviewApiRef);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const download = async () => {
    setPending(true);
    setFailure(undefined);
    try {
      save(await api.fleetCsv(query));
    } catch (error) {
      setFailure((error as Error).message);
    } finally {
      setPending(false);
    }
  };
  return (
    <div className={styles.download}>
      {failure !== undefined && (
        <span role="alert">
          <ToneText tone="bad">No CSV file: {failure}</ToneText>
        </span>
      )}
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={isPending}
        onPress={download}
      >
        Download CSV
      </Button>
    </div>
  );
};

function save(text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'projects.csv';
  link.click();
  URL.revokeObjectURL(address);
}
