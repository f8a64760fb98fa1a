import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef as catalogEntityRouteRef } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import styles from './Calendar.module.css';

export interface EntityDeploysLinkProps {
  /** `component:default/web#production`. */
  readonly target: string;
  readonly environment: string;
  readonly children: ReactNode;
}

/** To the tab "Deploys" of a target's entity, with its environment chosen. */
export const EntityDeploysLink = ({ target, environment, children }: EntityDeploysLinkProps) => {
  const entityPage = useRouteRef(catalogEntityRouteRef);
  const [ref = ''] = target.split('#');
  const { kind, namespace, name } = parseEntityRef(ref);
  const page = entityPage({ kind: kind.toLocaleLowerCase('en-US'), namespace, name });
  return (
    <Link
      className={styles.link}
      to={`${page}/deploy-windows?environment=${encodeURIComponent(environment)}`}
    >
      {children}
    </Link>
  );
};
