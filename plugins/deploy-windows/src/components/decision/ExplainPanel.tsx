import { useApi } from '@backstage/core-plugin-api';
import type { ChangeType, DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  ChipChoice,
  FailedRequest,
  InputField,
  SidePanel,
  useAsked,
} from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { deployWindowsApiRef } from '../../api';
import { CHANGE_TYPES } from '../../lib/changeTypes';
import { instantOfLocal } from '../../time/localInput';
import { reader } from '../../time/reader';
import { DecisionsLoading } from './DecisionsLoading';
import { Explanation } from './Explanation';
import styles from './Explain.module.css';

export interface ExplainPanelProps {
  readonly decision: Pick<DecisionAnswer, 'entityRef' | 'environment' | 'changeType'>;
  readonly onClose: () => void;
}

/** Every rule that was considered, for this change or another, now or at another time. */
export const ExplainPanel = ({ decision, onClose }: ExplainPanelProps) => {
  const api = useApi(deployWindowsApiRef);
  const { entityRef, environment } = decision;
  const [changeType, setChangeType] = useState<ChangeType>(decision.changeType);
  const [when, setWhen] = useState('');
  const at = instantOfLocal(when);
  const asked = useAsked(`explain ${entityRef} ${environment} ${changeType} ${at}`, signal =>
    api.explain(
      {
        entity: entityRef,
        environment,
        changeType,
        locale: reader.locale,
        ...(at !== undefined && { at }),
      },
      { signal },
    ),
  );
  return (
    <SidePanel kicker={entityRef} title={`Why, for ${environment}`} onClose={onClose}>
      <div className={styles.questions}>
        <ChipChoice
          label="Kind of change"
          choices={CHANGE_TYPES}
          value={changeType}
          onChange={value => setChangeType(value as ChangeType)}
        />
        <InputField
          label="At another time"
          type="datetime-local"
          description={`Your time, ${reader.zone}. Left out: now.`}
          value={when}
          onChange={setWhen}
        />
      </div>
      {asked.state === 'loading' && <DecisionsLoading />}
      {asked.state === 'failed' && (
        <FailedRequest
          title="It could not be explained"
          error={asked.error}
          onRetry={asked.again}
        />
      )}
      {asked.state === 'answered' && <Explanation explained={asked.answer} />}
    </SidePanel>
  );
};
