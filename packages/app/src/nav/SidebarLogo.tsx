import { Link, useSidebarOpenState } from '@backstage/core-components';
import { RiStackLine } from '@remixicon/react';
import styles from './SidebarLogo.module.css';

export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link to="/" underline="none" aria-label="Portal, start page">
      <span className={styles.logo}>
        <RiStackLine size={24} aria-hidden />
        {isOpen && <span className={styles.name}>Portal</span>}
      </span>
    </Link>
  );
};
