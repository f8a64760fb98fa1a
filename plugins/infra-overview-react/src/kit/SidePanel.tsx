import { ButtonIcon } from '@backstage/ui';
import Drawer from '@material-ui/core/Drawer';
import { RiCloseLine } from '@remixicon/react';
import { useId, type ReactNode } from 'react';
import styles from './SidePanel.module.css';

export interface SidePanelProps {
  readonly title: string;
  /** A word above the title: what kind of thing it is. */
  readonly kicker?: string;
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Opens over the right side of the page, holds the focus, closes by Escape, gives the focus back. */
export const SidePanel = ({ title, kicker, actions, onClose, children }: SidePanelProps) => {
  const id = useId();
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      PaperProps={{ role: 'dialog', 'aria-modal': true, 'aria-labelledby': id, elevation: 8 }}
    >
      <div className={styles.panel}>
        <div className={styles.head}>
          <div className={styles.title}>
            {kicker !== undefined && <div className={styles.kicker}>{kicker}</div>}
            <h2 id={id} className={styles.heading}>
              {title}
            </h2>
          </div>
          <ButtonIcon
            variant="tertiary"
            aria-label="Close"
            icon={<RiCloseLine aria-hidden />}
            onPress={onClose}
          />
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        <div className={styles.content}>{children}</div>
      </div>
    </Drawer>
  );
};
