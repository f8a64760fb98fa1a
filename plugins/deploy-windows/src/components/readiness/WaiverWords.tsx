import type { WaiverAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted, OutsideLink, StateChip } from 'backstage-plugin-infra-overview-react';
import { WAIVER_WORDS, daysLeftWords, describeWaiver } from '../../lib/readiness/answerWords';
import { formatDay } from '../../time/formatDay';
import { PersonLink } from './PersonLink';

/** A waiver: why, who asked and who agreed, until when, how often it was renewed. */
export const WaiverWords = ({ waiver }: { readonly waiver: WaiverAnswer }) => {
  const { state, code, reason, link, requestedBy, createdAt, approvedBy, expiresAt } = waiver;
  const { word, tone } = describeWaiver(state);
  return (
    <>
      <div>
        <StateChip label={word} tone={tone} /> until {formatDay(expiresAt)}
        {state === 'active' && `, ${daysLeftWords(waiver.daysLeft)}`}.{' '}
        {waiver.notNeeded === true && 'It is no longer needed: the check is met without it.'}
      </div>
      <div>
        {WAIVER_WORDS[code]}: {reason}
      </div>
      <div>
        <Muted>
          Asked by <PersonLink actor={requestedBy} /> on {formatDay(createdAt)}
          {approvedBy !== undefined && (
            <>
              , approved by <PersonLink actor={approvedBy} />
            </>
          )}
          {waiver.deniedBy !== undefined && (
            <>
              , denied by <PersonLink actor={waiver.deniedBy} />
            </>
          )}
          {waiver.revokedBy !== undefined && (
            <>
              , revoked by <PersonLink actor={waiver.revokedBy} />
            </>
          )}
          {waiver.renewalWords !== undefined && `. ${waiver.renewalWords}`}.
        </Muted>
      </div>
      {link !== undefined && (
        <div>
          <OutsideLink href={link}>{link}</OutsideLink>
        </div>
      )}
    </>
  );
};
