import { Button } from '@backstage/ui';
import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { useId, useState } from 'react';
import { Withheld } from '../../access/Withheld';
import type { CheckAction, CheckActions } from '../../lib/readiness/checkActionsFor';
import { OpenedCheckAction } from './dialogs/OpenedCheckAction';
import { useReadiness } from './ReadinessContext';
import styles from './Readiness.module.css';

export interface CheckActionBarProps {
  readonly check: CheckAnswer;
  readonly actions: CheckActions;
}

/** Everything that can be done about a check; what the reader may not do is shown and says why. */
export const CheckActionBar = ({ check, actions: { actions, remark } }: CheckActionBarProps) => {
  const { owners } = useReadiness();
  const [opened, setOpened] = useState<CheckAction>();
  const why = useId();
  if (actions.length === 0) return null;
  return (
    <div>
      <div className={styles.buttons} role="group" aria-label={`Actions for ${check.title}`}>
        {actions.map(action => (
          <Button
            key={`${action.name} ${action.waiver?.id}`}
            size="small"
            variant="secondary"
            isDisabled={action.grant.state !== 'granted'}
            onPress={() => setOpened(action)}
            {...(action.grant.state === 'refused' && { 'aria-describedby': why })}
          >
            {action.label}
          </Button>
        ))}
      </div>
      {remark !== undefined && <Muted>{remark}.</Muted>}
      <Withheld id={why} actions={onceEach(actions)} owners={owners} />
      {opened !== undefined && (
        <OpenedCheckAction check={check} action={opened} onClose={() => setOpened(undefined)} />
      )}
    </div>
  );
};

/** A permission that holds several buttons is named once. */
function onceEach(actions: readonly CheckAction[]): readonly CheckAction[] {
  const named = new Set<string>();
  return actions.filter(({ grant }) => {
    const isFirst = !named.has(grant.permission);
    named.add(grant.permission);
    return isFirst;
  });
}
