import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import type { CheckAction } from '../../../lib/readiness/checkActionsFor';
import { useReadiness } from '../ReadinessContext';
import { AgreeDialog } from './AgreeDialog';
import { AnswerDialog } from './AnswerDialog';
import { ApproveWaiverDialog } from './ApproveWaiverDialog';
import { AskForWaiverDialog } from './AskForWaiverDialog';
import { DenyWaiverDialog } from './DenyWaiverDialog';
import { RevokeConfirmationDialog } from './RevokeConfirmationDialog';
import { RevokeWaiverDialog } from './RevokeWaiverDialog';
import { SignDialog } from './SignDialog';

export interface OpenedCheckActionProps {
  readonly check: CheckAnswer;
  readonly action: CheckAction;
  readonly onClose: () => void;
}

/** The dialog of an action on a check. */
export const OpenedCheckAction = ({ check, action, onClose }: OpenedCheckActionProps) => {
  const { name, label, waiver } = action;
  const { onChanged } = useReadiness();
  const about = waiver && { waiver, onClose, onChanged };
  const answer = { title: `${label}: ${check.title}`, checks: [check], onClose };
  switch (name) {
    case 'confirm':
      return <AnswerDialog {...answer} start="met" />;
    case 'not-met':
      return <AnswerDialog {...answer} start="not-met" />;
    case 'not-applicable':
      return <AnswerDialog {...answer} start="not-applicable" />;
    case 'sign':
      return <SignDialog check={check} onClose={onClose} />;
    case 'agree':
      return <AgreeDialog check={check} onClose={onClose} />;
    case 'revoke-confirmation':
      return <RevokeConfirmationDialog check={check} onClose={onClose} />;
    case 'ask-for-waiver':
      return <AskForWaiverDialog check={check} onClose={onClose} />;
    case 'renew-waiver':
      return <AskForWaiverDialog check={check} renews={waiver} onClose={onClose} />;
    case 'approve-waiver':
      return about && <ApproveWaiverDialog check={check} {...about} />;
    case 'deny-waiver':
      return about && <DenyWaiverDialog {...about} />;
    case 'revoke-waiver':
      return about && <RevokeWaiverDialog {...about} />;
    default:
      throw new Error(name satisfies never);
  }
};
