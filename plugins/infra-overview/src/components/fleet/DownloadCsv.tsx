import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { ToneText } from '../kit';
import styles from './Fleet.module.css';

export interface DownloadCsvProps {
  /** Asks for every row that answers the question, not only those on screen. */
  readonly load: () => Promise<string>;
  readonly file: string;
}

/** Saves rows as a file of the reader. */
export const DownloadCsv = ({ load, file }: DownloadCsvProps) => {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const download = async () => {
    setPending(true);
    setFailure(undefined);
    try {
      save(await load(), file);
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

function save(text: string, file: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  URL.revokeObjectURL(address);
}
