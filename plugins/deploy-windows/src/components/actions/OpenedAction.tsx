import type { DecisionAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import type { Grant, GrantName } from '../../access/useGrants';
import { ExplainPanel } from '../decision/ExplainPanel';
import { BreakLockDialog } from '../dialogs/BreakLockDialog';
import { HoldLockDialog } from '../dialogs/HoldLockDialog';
import { NoticeDialog } from '../dialogs/NoticeDialog';
import { OverrideDialog } from '../dialogs/OverrideDialog';
import { RecordDialog } from '../dialogs/RecordDialog';
import { ReleaseLockDialog } from '../dialogs/ReleaseLockDialog';
import { TakeLockDialog } from '../dialogs/TakeLockDialog';
import type { ActionName } from './actionsFor';

export interface OpenedActionProps {
  readonly name: ActionName;
  readonly decision: DecisionAnswer;
  readonly at: Instant;
  readonly grants: Readonly<Record<GrantName, Grant>>;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** The panel or dialog of an action. */
export const OpenedAction = ({ name, grants, ...dialog }: OpenedActionProps) => {
  switch (name) {
    case 'explain':
      return <ExplainPanel decision={dialog.decision} onClose={dialog.onClose} />;
    case 'notice':
      return <NoticeDialog {...dialog} grants={grants} />;
    case 'override':
      return <OverrideDialog {...dialog} emergency={grants.emergencyOverride} />;
    case 'take':
      return <TakeLockDialog {...dialog} />;
    case 'hold':
      return <HoldLockDialog {...dialog} />;
    case 'release':
      return <ReleaseLockDialog {...dialog} />;
    case 'break':
      return <BreakLockDialog {...dialog} />;
    case 'record':
      return <RecordDialog {...dialog} />;
    default:
      throw new Error(name satisfies never);
  }
};
