import {
  describeDate,
  wordLabel,
  type ConformanceAnswer,
} from 'backstage-plugin-infra-overview-common';
import { Lines, Muted, OutsideLink, StateChip } from '../../kit';
import { answerState, describeAnswer } from './answerFor';

/** This project's answer: the word, why, and where one can see it. */
export const AnswerWords = ({ answer }: { readonly answer: ConformanceAnswer | undefined }) => {
  const { label, tone } = describeAnswer(answerState(answer));
  const { reason, text, evidence = [], verified } = answer ?? {};
  const since = verified?.at;
  return (
    <Lines>
      {[
        <StateChip key="state" label={label} tone={tone} />,
        reason !== undefined && wordLabel(reason),
        text,
        ...evidence.map(place => (
          <OutsideLink key={place} href={place}>
            {place}
          </OutsideLink>
        )),
        since !== undefined && <Muted key="since">{describeDate(since)}</Muted>,
      ].filter(Boolean)}
    </Lines>
  );
};
