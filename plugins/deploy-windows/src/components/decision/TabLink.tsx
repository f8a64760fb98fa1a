import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteParams, entityRouteRef, useEntity } from '@backstage/plugin-catalog-react';
import { linkStyles } from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';

export interface TabLinkProps {
  readonly words: string;
  readonly environment?: string;
}

/** To the tab "Deploys" of the entity whose page this is. */
export const TabLink = ({ words, environment }: TabLinkProps) => {
  const { entity } = useEntity();
  const entityRoute = useRouteRef(entityRouteRef);
  const query = environment === undefined ? '' : `?${new URLSearchParams({ environment })}`;
  return (
    <Link
      to={`${entityRoute(entityRouteParams(entity))}/deploy-windows${query}`}
      className={linkStyles.link}
    >
      <span className={linkStyles.text}>{words}</span>
    </Link>
  );
};
