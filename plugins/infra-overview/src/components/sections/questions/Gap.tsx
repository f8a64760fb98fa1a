import type { OpenQuestion } from 'backstage-plugin-infra-overview-common';
import { nameOf } from '../../../lib/describeOrigin';
import { ElementLink, Muted } from '../../kit';
import { useView } from '../../overview/context';
import { elementOf } from '../shared';

/** Something the rules miss; with what to write to close it. */
export const Gap = ({ gap }: { readonly gap: OpenQuestion }) => {
  const { effective, overview } = useView();
  const { text, path, entityRef, fix } = gap;
  const spoken = elementOf(effective.document, path);
  return (
    <li>
      {spoken.kind === 'element' ? (
        <ElementLink path={spoken.element.path}>{text}</ElementLink>
      ) : (
        text
      )}{' '}
      {entityRef !== undefined && entityRef !== overview.entity.ref && (
        <Muted>in {nameOf(entityRef, overview)}</Muted>
      )}
      {fix !== undefined && (
        <div>
          <Muted>{fix}</Muted>
        </div>
      )}
    </li>
  );
};
