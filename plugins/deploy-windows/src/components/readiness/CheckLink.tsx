import { linkStyles } from 'backstage-plugin-infra-overview-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useReadinessParameters } from './useReadinessParameters';

export interface CheckLinkProps {
  readonly check: string;
  readonly children: ReactNode;
}

/** To one check of the same page, opened. */
export const CheckLink = ({ check, children }: CheckLinkProps) => {
  const { query } = useReadinessParameters();
  return (
    <Link to={query({ check })} replace className={linkStyles.link}>
      <span className={linkStyles.text}>{children}</span>
    </Link>
  );
};
