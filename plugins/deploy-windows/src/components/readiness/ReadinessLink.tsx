import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef as catalogEntityRouteRef } from '@backstage/plugin-catalog-react';
import { linkStyles } from 'backstage-plugin-infra-overview-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

export interface ReadinessLinkProps {
  readonly entityRef: string;
  readonly environment?: string | undefined;
  readonly check?: string | undefined;
  readonly children: ReactNode;
}

/** To the tab "Readiness" of an entity, from anywhere. */
export const ReadinessLink = ({ entityRef, environment, check, children }: ReadinessLinkProps) => {
  const entityPage = useRouteRef(catalogEntityRouteRef);
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const page = entityPage({ kind: kind.toLocaleLowerCase('en-US'), namespace, name });
  const query = new URLSearchParams({
    ...(environment !== undefined && { environment }),
    ...(check !== undefined && { check }),
  });
  return (
    <Link
      className={linkStyles.link}
      to={`${page}/readiness${query.size === 0 ? '' : `?${query}`}`}
    >
      <span className={linkStyles.text}>{children}</span>
    </Link>
  );
};
