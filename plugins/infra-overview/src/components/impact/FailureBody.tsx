import {
  failureMarkdown,
  OUTCOME_WORDS,
  type Affected,
  type FailureAnswer,
} from 'backstage-plugin-infra-overview-common';
import { CopyButton, Fold } from '../kit';
import { AnswerList } from './AnswerList';
import styles from './Impact.module.css';
import { OutcomeChip } from './MarkChip';

const toItem = ({ title, because, path }: Affected) => ({ title, text: because, path });

/** The whole answer: a paragraph that says it all, then what is hit, the way back, and whom to tell. */
export const FailureBody = ({ answer }: { readonly answer: FailureAnswer }) => (
  <>
    <div className={styles.head} role="status">
      <OutcomeChip outcome={answer.outcome} label={OUTCOME_WORDS[answer.outcome]} />
      <p className={styles.sentence}>{answer.sentence}</p>
    </div>
    <div className={styles.tools}>
      <CopyButton label="Copy link" text={() => window.location.href} />
      <CopyButton label="Copy answer as Markdown" text={() => failureMarkdown(answer)} />
    </div>
    <div className={styles.parts}>
      <AnswerList
        title="Stops"
        items={answer.stops.map(toItem)}
        empty="Nothing, as far as is stated."
      />
      <AnswerList title="Runs on, with less" items={answer.degrades.map(toItem)} />
      <AnswerList title="The way back" items={answer.recover} empty="Nothing is stated." />
      <AnswerList
        title="Credentials for it"
        items={answer.credentials}
        empty="Where they lie is not stated."
      />
      <AnswerList title="Whom to tell" items={answer.tell} empty="Nobody is named." />
      <AnswerList
        title="Not known"
        items={answer.unknown.map(({ path, question }) => ({ title: question, text: path }))}
      />
    </div>
    {answer.unaffected.length > 0 && (
      <Fold label={`Not affected (${answer.unaffected.length})`}>
        <AnswerList title="Not affected" items={answer.unaffected.map(toItem)} />
      </Fold>
    )}
  </>
);
