import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useView } from '../overview/context';
import { cx, linkStyles as styles } from 'backstage-plugin-infra-overview-react';

export interface ElementLinkProps {
  /** Fact path of the element: `addons[db]`, `environments[production].processes[web]`. */
  readonly path: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly label?: string;
  /** `plain` draws its own box and wants no underline. */
  readonly look?: 'link' | 'plain';
}

/** Opens everything about one element beside the page. A real link: it can be copied and opened in a new tab. */
export const ElementLink = ({
  path,
  children,
  className,
  label,
  look = 'link',
}: ElementLinkProps) => {
  const { elementHref, element } = useView();
  return (
    <Link
      to={elementHref(path)}
      className={cx(styles.link, className)}
      aria-label={label}
      aria-current={element === path ? 'true' : undefined}
      aria-haspopup="dialog"
    >
      {look === 'link' ? <span className={styles.text}>{children}</span> : children}
    </Link>
  );
};
