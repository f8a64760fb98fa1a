import type { ObservedProcedure, Procedure } from 'backstage-plugin-infra-overview-common';
import { anchorOf, cx, FactText, FieldList, StateChip } from '../../kit';
import { ItemName, type Shown } from '../shared';
import sharedStyles from '../shared/shared.module.css';
import { LongSteps } from './LongSteps';
import styles from './LongSteps.module.css';
import { ObservedSteps } from './ObservedSteps';
import { procedureSteps } from './procedureSteps';

const FACTS = [
  'who',
  'inputs',
  'duration',
  'downtime',
  'leadTime',
  'schedule',
  'automation',
] as const;

export interface ProcedureEntryProps {
  readonly of: Shown<Procedure>;
  /** The same deploy as pipeline files have it, to stand beside it. */
  readonly observed?: readonly ObservedProcedure[];
}

/** One procedure: what to know before, then what to do. */
export const ProcedureEntry = ({ of, observed = [] }: ProcedureEntryProps) => {
  const { kind } = of.item;
  const facts = FACTS.flatMap(field => of.fields.get(field) ?? []);
  const steps = procedureSteps(of.item);
  return (
    <article id={anchorOf(of.path)} aria-label={of.title} className={sharedStyles.entry}>
      <h3>
        <span className={sharedStyles.inline}>
          <ItemName of={of} />
          {kind !== undefined && <StateChip label={of.fields.get('kind')?.text ?? kind} />}
        </span>
      </h3>
      {facts.length > 0 && <FieldList rows={facts} />}
      <div className={cx(observed.length > 0 && styles.beside)}>
        <div>
          {observed.length > 0 && <h4>What the document says</h4>}
          {steps.length > 0 ? (
            <LongSteps steps={steps} label={`Steps of ${of.title}`} />
          ) : (
            <p>
              Steps: <FactText state={of.item.steps === undefined ? 'not-stated' : 'none'} />
            </p>
          )}
        </div>
        {observed.map(procedure => (
          <ObservedSteps key={`${procedure.source} ${procedure.deepLink}`} procedure={procedure} />
        ))}
      </div>
    </article>
  );
};
