import { VisuallyHidden } from '@backstage/ui';
import { linkStyles } from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';

export interface NumberLinkProps {
  readonly count: number;
  /** What is counted, said to screen readers with the number: "not ready". */
  readonly words: string;
  /** Query of the rows that were counted. */
  readonly to: string;
}

/** A number that opens its rows; none opens nothing. */
export const NumberLink = ({ count, words, to }: NumberLinkProps) => {
  if (count === 0) {
    return (
      <>
        0<VisuallyHidden> {words}</VisuallyHidden>
      </>
    );
  }
  return (
    <Link to={to} className={linkStyles.link} aria-label={`${count} ${words}`}>
      <span className={linkStyles.text}>{count}</span>
    </Link>
  );
};
