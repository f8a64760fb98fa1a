import {
  createReadinessAnswers,
  type ReadinessAnswersDeps,
  type ReadinessAnswersRoom,
} from './answers';
import type { ReadinessCore } from './createReadinessCore';

export type ReadinessRoomDeps = Omit<ReadinessAnswersDeps, 'assessments'> & {
  readonly core: ReadinessCore;
};

/** Whether a service is ready, and what is missing. */
export function createReadinessRoom({ core, ...deps }: ReadinessRoomDeps): ReadinessAnswersRoom {
  const answers = createReadinessAnswers({ ...deps, assessments: core.assessments });
  return { ...answers, tasks: [...core.tasks, ...answers.tasks] };
}
