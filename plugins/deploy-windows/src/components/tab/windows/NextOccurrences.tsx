import type { WindowAnswer } from 'backstage-plugin-deploy-windows-common';
import { Lines, Muted, ToneText } from 'backstage-plugin-infra-overview-react';
import { reader } from '../../../time/reader';

/** When it is next, in its own zone and the reader's; occurrences near a change of the clocks say so. */
export const NextOccurrences = ({
  window: { next, timeZone },
}: {
  readonly window: WindowAnswer;
}) => {
  if (next.length === 0) return <Muted>none is known</Muted>;
  return (
    <Lines>
      {next.slice(0, 5).map(({ start, text, inYourZone, clockChange }) => (
        <div key={start}>
          <time dateTime={start}>
            {text}
            {timeZone !== undefined && timeZone !== reader.zone && ` (${timeZone})`}
          </time>
          {inYourZone !== undefined && (
            <div>
              <Muted>{inYourZone} your time</Muted>
            </div>
          )}
          {clockChange !== undefined && (
            <div>
              <ToneText tone="warning">{clockChange}</ToneText>
            </div>
          )}
        </div>
      ))}
    </Lines>
  );
};
