import type { SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import { SectionCard } from 'backstage-plugin-infra-overview-react';
import { environmentStarter, readinessStarter } from '../../lib/readiness/starter';
import { useReadiness } from './ReadinessContext';
import { YamlToAdd } from './YamlToAdd';

type Empty = NonNullable<SubjectAnswer['empty']>;

/** Nothing can be said yet: why, and what to write. */
export const NothingJudged = ({ empty }: { readonly empty: Empty }) => {
  const { sourceUrl } = useReadiness().answer;
  switch (empty) {
    case 'no-document':
      return (
        <SectionCard id="no-document" title="Nothing is written down about this service yet.">
          <p>
            Begin with what most must-haves ask about. Whatever stays out is shown as not known, and
            says which lines answer it.
          </p>
          <YamlToAdd label="A document to start with" yaml={readinessStarter()} href={sourceUrl} />
        </SectionCard>
      );
    case 'no-environment':
      return (
        <SectionCard id="no-environment" title="Not assessed: no environment is declared.">
          <p>What must be there depends on the environment, and above all on its stage.</p>
          <YamlToAdd
            label="Environments to start with"
            yaml={environmentStarter()}
            href={sourceUrl}
          />
        </SectionCard>
      );
    case 'no-pack':
      return (
        <SectionCard id="no-pack" title="Not assessed: no pack of checks asks anything of this.">
          <p>
            Its Domain can adopt one with spec.infra.checklists, or whoever runs the portal can ask
            one of it with deployWindows.readiness.packs.
          </p>
        </SectionCard>
      );
    default:
      throw new Error(empty satisfies never);
  }
};
