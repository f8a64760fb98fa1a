import { ChipChoice } from 'backstage-plugin-infra-overview-react';
import { describeVerdict } from '../../lib/readiness/describeVerdict';
import { useReadiness } from './ReadinessContext';
import { useReadinessParameters } from './useReadinessParameters';

/** Which environment, each with its own verdict. */
export const EnvironmentSwitch = () => {
  const { answer } = useReadiness();
  const { set } = useReadinessParameters();
  const { siblings, environment } = answer;
  if (siblings.length < 2) return null;
  return (
    <ChipChoice
      label="Environment"
      choices={siblings.map(({ environment: value, verdict }) => ({
        value,
        label: `${value} · ${describeVerdict(verdict).word}`,
      }))}
      value={environment}
      onChange={value =>
        // The opened check may not exist elsewhere, and nothing is compared with itself.
        set({ environment: value, check: undefined, compare: undefined })
      }
    />
  );
};
