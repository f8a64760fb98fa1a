import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import { Fold, Steps } from 'backstage-plugin-infra-overview-react';
import { impactWords } from '../../lib/words';

/** The declared procedure beside the verdict: whoever is let through knows what to do. */
export const HowItGoes = ({ decision }: { readonly decision: DecisionAnswer }) => {
  const { procedure, impact } = decision;
  if (procedure === undefined) return null;
  const { title, steps } = procedure;
  return (
    <Fold
      label={`How it goes: ${title}, ${steps.length === 1 ? '1 step' : `${steps.length} steps`}`}
    >
      {impact !== undefined && <p>{impactWords(impact)}</p>}
      <Steps
        label={`Steps of ${title}`}
        // Steps have no identity but their place.
        steps={steps.map((step, index) => ({ key: `${index}`, content: step }))}
      />
    </Fold>
  );
};
