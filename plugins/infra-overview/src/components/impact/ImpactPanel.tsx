import { failureEvent } from 'backstage-plugin-infra-overview-common';
import { SectionCard } from '../kit';
import { useView } from '../overview/context';
import { DownChooser } from './DownChooser';
import { FailureBody } from './FailureBody';
import styles from './Impact.module.css';
import { NotHere } from './NotHere';
import { useDown } from './useDown';
import { useFailure } from './useFailure';

/** "What happens if … goes down?": asked by the address, answered from what the page knows. */
export const ImpactPanel = () => {
  const { environment, use } = useView();
  const { setDown } = useDown();
  const { choices, down, answer } = useFailure();
  // A standard is not running anywhere.
  if (use === 'standard') return null;
  if (choices.length === 0 && down === undefined) return null;
  const title =
    answer === undefined
      ? 'What happens if something goes down?'
      : `What happens if ${answer.title} ${failureEvent(answer.of)}?`;
  return (
    <SectionCard
      id="impact"
      title={title}
      actions={<DownChooser choices={choices} down={down} onChoose={setDown} />}
    >
      {down === undefined && (
        <p className={styles.none}>
          Choose a part: what stops, the way back, which credential and whom to tell. The broken
          part is marked on the request path.
        </p>
      )}
      {down !== undefined && answer === undefined && (
        <NotHere choices={choices} down={down} environment={environment} onChoose={setDown} />
      )}
      {answer !== undefined && <FailureBody answer={answer} />}
    </SectionCard>
  );
};
