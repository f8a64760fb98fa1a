import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert } from '@backstage/ui';
import { Fold } from '../kit';
import { StarterDocument } from '../states/StarterDocument';
import { useView } from './context';

/** Says where the page comes from when the entity has no document of its own that could be read. */
export const InheritedNotice = () => {
  const { overview } = useView();
  const read = [...overview.chain, ...overview.parts].filter(
    source => source.outcome === 'read' && source.entityRef !== overview.entity.ref,
  );
  return (
    <Alert
      status="info"
      icon
      title={`Nothing on this page was written for ${overview.entity.title} itself`}
      description={
        <>
          <span>
            {'It shows what others say: '}
            {read.map((source, index) => (
              <span key={source.entityRef}>
                {index > 0 && ', '}
                <EntityRefLink entityRef={source.entityRef} />
              </span>
            ))}
          </span>
          {overview.outcome === 'absent' && (
            <Fold label="A document to start with">
              <StarterDocument entity={overview.entity} />
            </Fold>
          )}
        </>
      }
    />
  );
};
