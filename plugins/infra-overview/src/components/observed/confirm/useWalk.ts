import type { ConfirmationAnswer, DueConfirmation } from 'backstage-plugin-infra-overview-common';
import { failureOf } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { useObservedActions } from '../context';

/** What was done about one step of the walk. */
export interface Step {
  readonly due: DueConfirmation;
  readonly answer: ConfirmationAnswer | 'skipped' | 'taken-back';
  /** Of the confirmation, to take it back. */
  readonly id?: string;
}

/** One thing at a time, as they were due when the walk began: an answer must not move what comes next. */
export function useWalk(dueNow: readonly DueConfirmation[]) {
  const { sayQuietly, withdrawConfirmation } = useObservedActions();
  const [due] = useState(dueNow);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [sending, setSending] = useState<ConfirmationAnswer>();
  const [failure, setFailure] = useState<string>();
  const current = due[steps.length];

  const skip = () => {
    if (current === undefined || sending !== undefined) return;
    setFailure(undefined);
    setSteps([...steps, { due: current, answer: 'skipped' }]);
  };
  const say = async (answer: ConfirmationAnswer, note: string) => {
    if (current === undefined || sending !== undefined) return;
    setSending(answer);
    setFailure(undefined);
    try {
      const words = note.trim();
      const { id } = await sayQuietly({
        path: current.path,
        answer,
        ...(words !== '' && { note: words }),
      });
      setSteps([...steps, { due: current, answer, id }]);
    } catch (error) {
      setFailure(failureOf(error).message);
    } finally {
      setSending(undefined);
    }
  };
  const takeBack = async (step: Step) => {
    if (step.id === undefined) return;
    setFailure(undefined);
    try {
      await withdrawConfirmation(step.id);
      setSteps(before =>
        before.map(other => (other === step ? { due: step.due, answer: 'taken-back' } : other)),
      );
    } catch (error) {
      setFailure(failureOf(error).message);
    }
  };
  return { due, steps, current, sending, failure, skip, say, takeBack };
}
