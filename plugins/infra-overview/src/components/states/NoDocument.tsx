import type { OverviewEntity } from 'backstage-plugin-infra-overview-common';
import { SectionCard } from '../kit';
import { StarterDocument } from './StarterDocument';

/** Nothing is written yet: the next step is a document to start with. */
export const NoDocument = ({ entity }: { readonly entity: OverviewEntity }) => (
  <SectionCard id="no-document" title="Nothing is written about this infrastructure yet">
    <p>
      {`Neither ${entity.title} nor anything above it has a document at spec.infra. `}
      Three lines are enough to begin; whatever stays out is shown as not stated.
    </p>
    <StarterDocument entity={entity} />
  </SectionCard>
);
