import { Button } from '@backstage/ui';
import type { DecisionAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import { CopyButton } from 'backstage-plugin-infra-overview-react';
import { useId, useState } from 'react';
import { useGrants } from '../../access/useGrants';
import { useOwners } from '../../access/useOwners';
import { Withheld } from '../../access/Withheld';
import { canDeployCommand } from '../../lib/command';
import styles from '../decision/Verdict.module.css';
import { actionsFor, type Action, type ActionName } from './actionsFor';
import { OpenedAction } from './OpenedAction';

export interface DecisionActionsProps {
  readonly decision: DecisionAnswer;
  readonly at: Instant;
  readonly onChanged: () => void;
}

/** What can be done about an answer; what the reader may not do is shown and says why. */
export const DecisionActions = ({ decision, at, onChanged }: DecisionActionsProps) => {
  const [opened, setOpened] = useState<ActionName>();
  const grants = useGrants(decision.target);
  const owners = useOwners();
  const why = useId();
  const actions = actionsFor(decision, grants);
  return (
    <div>
      <div
        className={styles.buttons}
        role="group"
        aria-label={`Actions for ${decision.environment}`}
      >
        <Button size="small" variant="secondary" onPress={() => setOpened('explain')}>
          Why?
        </Button>
        {actions.map(action => (
          <ActionButton
            key={action.name}
            action={action}
            why={why}
            onPress={() => setOpened(action.name)}
          />
        ))}
        <CopyButton
          label="Copy CLI command"
          text={() => canDeployCommand(decision.entityRef, decision.environment)}
        />
      </div>
      <Withheld id={why} actions={actions} owners={owners} />
      {opened !== undefined && (
        <OpenedAction
          name={opened}
          decision={decision}
          at={at}
          grants={grants}
          onClose={() => setOpened(undefined)}
          onChanged={onChanged}
        />
      )}
    </div>
  );
};

interface ActionButtonProps {
  readonly action: Action;
  readonly why: string;
  readonly onPress: () => void;
}

function ActionButton({ action, why, onPress }: ActionButtonProps) {
  const isRefused = action.grant.state === 'refused';
  return (
    <Button
      size="small"
      variant={action.isFirst ? 'primary' : 'secondary'}
      isDisabled={action.grant.state !== 'granted'}
      onPress={onPress}
      {...(isRefused && { 'aria-describedby': why })}
    >
      {action.label}
    </Button>
  );
}
