import type { CheckAnswer, WaiverAnswer } from 'backstage-plugin-deploy-windows-common';
import type { Grant } from '../../access/useGrants';
import type { ReadinessGrants } from '../../access/useReadinessGrants';
import { formatDay } from '../../time/formatDay';
import { isOpen } from './sortChecks';

export type CheckActionName =
  | 'confirm'
  | 'not-met'
  | 'not-applicable'
  | 'sign'
  | 'agree'
  | 'revoke-confirmation'
  | 'ask-for-waiver'
  | 'renew-waiver'
  | 'approve-waiver'
  | 'deny-waiver'
  | 'revoke-waiver';

export interface CheckAction {
  readonly name: CheckActionName;
  readonly label: string;
  readonly grant: Grant;
  /** The waiver it is about. */
  readonly waiver?: WaiverAnswer;
}

export interface CheckActions {
  readonly actions: readonly CheckAction[];
  /** The one that helps most; without it the row leads to what is to be written. */
  readonly first?: CheckAction;
  /** Why something is not offered to this reader. */
  readonly remark?: string;
}

/** What can be done about one check now, by whom the screen knows to be reading. */
export function checkActionsFor(
  check: CheckAnswer,
  grants: ReadinessGrants,
  reader: string | undefined,
): CheckActions {
  const { actions: waiverActions, remark } = waiverActionsFor(check, grants, reader);
  const answers = answerActions(check, grants, reader);
  const actions = [...answers, ...waiverActions];
  const first = firstOf(check, actions);
  return {
    actions,
    ...(first !== undefined && { first }),
    ...(remark !== undefined && { remark }),
  };
}

function answerActions(
  check: CheckAnswer,
  grants: ReadinessGrants,
  reader: string | undefined,
): readonly CheckAction[] {
  const { attest, confirmation, level } = check;
  if (attest === undefined) return [];
  const grant = grants.attest;
  const wasSaid = confirmation?.answer === 'met' && confirmation.state !== 'revoked';
  const actions: CheckAction[] = [
    { name: 'confirm', label: wasSaid ? 'Still true' : 'Confirm', grant },
    { name: 'not-met', label: 'Not met', grant },
    { name: 'not-applicable', label: 'Does not apply', grant },
  ];
  if (confirmation === undefined || confirmation.source === 'document') return actions;
  const { state, signatures, answer, agreedBy } = confirmation;
  if (state === 'second-signature-missing' && !signatures.some(({ by }) => by === reader)) {
    actions.unshift({ name: 'sign', label: 'Sign too', grant });
  }
  const wantsAgreement = answer === 'not-applicable' && level === 'must' && agreedBy === undefined;
  if (wantsAgreement && state !== 'revoked' && confirmation.attestedBy !== reader) {
    actions.push({ name: 'agree', label: 'Agree', grant: grants.approveWaiver });
  }
  if (state === 'valid' || state === 'second-signature-missing') {
    actions.push({ name: 'revoke-confirmation', label: 'Take it back', grant });
  }
  return actions;
}

function waiverActionsFor(
  check: CheckAnswer,
  grants: ReadinessGrants,
  reader: string | undefined,
): { readonly actions: readonly CheckAction[]; readonly remark?: string } {
  const { waiting, waiver, level, status } = check;
  const actions: CheckAction[] = [];
  let remark: string | undefined;
  for (const asked of waiting) {
    if (asked.requestedBy === reader) remark = 'Somebody else has to approve the waiver';
    else {
      actions.push(
        {
          name: 'approve-waiver',
          label: `Approve until ${formatDay(asked.expiresAt)}`,
          grant: grants.approveWaiver,
          waiver: asked,
        },
        { name: 'deny-waiver', label: 'Deny', grant: grants.approveWaiver, waiver: asked },
      );
    }
    actions.push({
      name: 'revoke-waiver',
      label: 'Withdraw the request',
      grant: grants.askForWaiver,
      waiver: asked,
    });
  }
  if (waiver !== undefined && waiver.state === 'active') {
    if (waiting.length === 0 && waiver.notNeeded !== true) {
      actions.push({
        name: 'renew-waiver',
        label: 'Renew the waiver',
        grant: grants.askForWaiver,
        waiver,
      });
    }
    actions.push({
      name: 'revoke-waiver',
      label: 'Revoke the waiver',
      grant: grants.askForWaiver,
      waiver,
    });
  } else if (isOpen({ status }) && waiting.length === 0 && level !== 'off') {
    actions.push({
      name: 'ask-for-waiver',
      label: 'Ask for a waiver',
      grant: grants.askForWaiver,
    });
  }
  return { actions, ...(remark !== undefined && { remark }) };
}

/** One a row: sign or approve what waits, confirm where a confirmation is what is missing, else ask for a waiver where nothing can be written. */
function firstOf(check: CheckAnswer, actions: readonly CheckAction[]): CheckAction | undefined {
  const named = (name: CheckActionName) => actions.find(action => action.name === name);
  const waits = named('sign') ?? named('agree') ?? named('approve-waiver');
  if (waits !== undefined && waits.grant.state !== 'refused') return waits;
  if (!isOpen(check)) return undefined;
  if (lacksConfirmation(check)) return named('confirm');
  if (check.fix !== undefined) return undefined;
  return named('confirm') ?? named('ask-for-waiver');
}

const CONFIRMABLE = new Set<string>([
  'CONFIRMATION_MISSING',
  'CONFIRMATION_ENDED',
  'FACTS_CHANGED',
  'MEANING_CHANGED',
  'ANSWER_WITHOUT_DATE',
]);

function lacksConfirmation({ status, mode, findings }: CheckAnswer): boolean {
  return (
    status === 'expired' ||
    (mode === 'attested' && status === 'unknown') ||
    findings.some(({ code }) => CONFIRMABLE.has(code))
  );
}
