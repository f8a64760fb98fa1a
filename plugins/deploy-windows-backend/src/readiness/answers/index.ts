export {
  createReadinessAnswers,
  type ReadinessAnswersDeps,
  type ReadinessAnswersRoom,
} from './createReadinessAnswers';
export { DatabaseRecordStore } from './DatabaseRecordStore';
