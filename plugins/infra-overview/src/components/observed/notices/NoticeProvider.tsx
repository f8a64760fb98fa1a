import { Button } from '@backstage/ui';
import Snackbar from '@material-ui/core/Snackbar';
import { failureOf } from 'backstage-plugin-infra-overview-react';
import { useCallback, useState, type ReactNode } from 'react';
import { NoticeContext, type Notice } from './NoticeContext';
import styles from './NoticeProvider.module.css';

// Long enough to read and to reach by keyboard; it waits while the pointer or the focus is on it.
const SHOWN = 12_000;

/** One notice at a time, at the lower edge, with its way back. */
export const NoticeProvider = ({ children }: { readonly children: ReactNode }) => {
  const [notice, setNotice] = useState<Notice>();
  const [isUndoing, setUndoing] = useState(false);
  const tell = useCallback((next: Notice) => setNotice(next), []);

  const takeBack = async (undo: () => Promise<void>) => {
    setUndoing(true);
    try {
      await undo();
      setNotice({ words: 'Taken back.' });
    } catch (error) {
      setNotice({ words: `Not taken back: ${failureOf(error).message}`, undo });
    } finally {
      setUndoing(false);
    }
  };
  const undo = notice?.undo;
  return (
    <NoticeContext.Provider value={tell}>
      {children}
      <Snackbar
        open={notice !== undefined}
        autoHideDuration={SHOWN}
        onClose={(_, reason) => reason !== 'clickaway' && setNotice(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      >
        <div role="status" className={styles.notice}>
          <span className={styles.words}>{notice?.words}</span>
          {undo !== undefined && (
            <Button
              size="small"
              variant="secondary"
              isPending={isUndoing}
              onPress={() => takeBack(undo)}
            >
              Undo
            </Button>
          )}
          <Button size="small" variant="tertiary" onPress={() => setNotice(undefined)}>
            Close
          </Button>
        </div>
      </Snackbar>
    </NoticeContext.Provider>
  );
};
