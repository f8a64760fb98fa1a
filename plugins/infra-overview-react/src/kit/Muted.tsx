import type { ReactNode } from 'react';
import styles from './Muted.module.css';

/** Smaller, quieter text that still has enough contrast in both themes. */
export const Muted = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.muted}>{children}</span>
);
