import type { ObservedProcedure } from 'backstage-plugin-infra-overview-common';
import { Muted, type Step } from '../../kit';
import { Seen } from '../../observed/Seen';
import { LongSteps } from './LongSteps';

/** The deploy as the pipeline file has it. It shows what is meant to run, dated by the file. */
export const ObservedSteps = ({ procedure }: { readonly procedure: ObservedProcedure }) => {
  const { steps, complete, environment } = procedure;
  const label = `What the pipeline file says${environment === undefined ? '' : ` of ${environment}`}`;
  return (
    <div>
      <h4>{label}</h4>
      <LongSteps steps={steps.map(numbered)} label={label} />
      {!complete && <Muted>Not every step could be read: a missing one proves nothing.</Muted>}{' '}
      <Seen {...procedure} />
    </div>
  );
};

function numbered(content: string, index: number): Step {
  return { key: String(index + 1), content };
}
