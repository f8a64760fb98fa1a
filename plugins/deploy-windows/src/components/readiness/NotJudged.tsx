import { useEntity } from '@backstage/plugin-catalog-react';
import { readinessReadPermission } from 'backstage-plugin-deploy-windows-common';
import { Muted, SectionCard } from 'backstage-plugin-infra-overview-react';
import { readinessStarter } from '../../lib/readiness/starter';
import { YamlToAdd } from './YamlToAdd';

const EDIT_URL = 'backstage.io/edit-url';

/** Readiness asks nothing of it: most often because nothing is written down. */
export const NotJudged = () => {
  const { entity } = useEntity();
  return (
    <SectionCard id="not-judged" title="Nothing is written down about this service yet.">
      <p>
        {entity.kind === 'System' && 'Its Components are judged on their own pages. '}
        Begin with what most must-haves ask about. Whatever stays out is shown as not known, and
        says which lines answer it.
      </p>
      <YamlToAdd
        label="A document to start with"
        yaml={readinessStarter()}
        href={entity.metadata.annotations?.[EDIT_URL]}
      />
      <p>
        <Muted>
          What is judged is set with deployWindows.readiness.subjects. If others see an answer here,
          you lack the permission {readinessReadPermission.name}.
        </Muted>
      </p>
    </SectionCard>
  );
};
