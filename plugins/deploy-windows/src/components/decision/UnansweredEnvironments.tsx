import { Alert } from '@backstage/ui';
import type { Decisions } from '../../lib/decisions';

/** An environment without an answer says so; it is not left out. */
export const UnansweredEnvironments = ({ failures }: Pick<Decisions, 'failures'>) => {
  if (failures.length === 0) return null;
  return (
    <Alert
      status="danger"
      icon
      title="No answer for every environment"
      description={
        <ul>
          {failures.map(({ environment, code, message }) => (
            <li key={`${environment} ${code}`}>
              {environment !== undefined && `${environment}: `}
              {message} ({code})
            </li>
          ))}
        </ul>
      }
    />
  );
};
