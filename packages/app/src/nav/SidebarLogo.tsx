import { Link, sidebarConfig, useSidebarOpenState } from '@backstage/core-components';
import { RiStackLine } from '@remixicon/react';
import styles from './SidebarLogo.module.css';

export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={styles.logo} style={{ width: sidebarConfig.drawerWidthClosed }}>
      <Link to="/" underline="none" className={styles.link} aria-label="Infrastructure portal, start page">
        <RiStackLine size={24} aria-hidden />
        {isOpen && <span className={styles.name}>Portal</span>}
      </Link>
    </div>
  );
};
