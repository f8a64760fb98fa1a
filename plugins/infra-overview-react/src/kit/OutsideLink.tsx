import type { ReactNode } from 'react';
import { safeHref } from './safeHref';
import styles from './Link.module.css';

export interface OutsideLinkProps {
  readonly href: string | undefined;
  readonly children: ReactNode;
}

/** A link out of the portal when the address is http(s) or mailto; else only the text. */
export const OutsideLink = ({ href, children }: OutsideLinkProps) => {
  const address = safeHref(href);
  if (address === undefined) return <>{children}</>;
  return (
    <a className={styles.link} href={address} target="_blank" rel="noopener noreferrer">
      <span className={styles.text}>{children}</span>
    </a>
  );
};
