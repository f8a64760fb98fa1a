import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ElementDetail } from 'backstage-plugin-infra-overview-common';
import { safeHref } from 'backstage-plugin-infra-overview-react';
import { OutsideLink } from '../kit';
import { useView } from './context';
import styles from './ElementBody.module.css';

/** Where it is written, and from what document the author took it. */
export const ElementSource = ({ detail }: { readonly detail: ElementDetail }) => {
  const { overview } = useView();
  const { origin } = detail;
  const own = origin === undefined || origin.entityRef === overview.entity.ref;
  const file = own ? (overview.entity.editUrl ?? overview.entity.sourceUrl) : undefined;
  const source = origin?.verified?.source;
  const lines = origin?.verified?.lines;
  return (
    <>
      <h3>Source</h3>
      <ul>
        {source !== undefined && (
          <li>
            {safeHref(source) === undefined ? (
              source
            ) : (
              <OutsideLink href={source}>{source}</OutsideLink>
            )}
            {lines !== undefined && `, lines ${lines}`}
          </li>
        )}
        <li>
          {'Written at '}
          <span className={styles.path}>{origin?.path ?? detail.path}</span>
          {origin?.entityRef !== undefined && (
            <>
              {' of '}
              <EntityRefLink entityRef={origin.entityRef} />
            </>
          )}
        </li>
        {file !== undefined && (
          <li>
            <OutsideLink href={file}>Open the file</OutsideLink>
          </li>
        )}
      </ul>
    </>
  );
};
