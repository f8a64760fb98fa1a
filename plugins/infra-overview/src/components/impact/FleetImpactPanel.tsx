import { Button, TextField } from '@backstage/ui';
import { sharedTitle, type FleetFacets } from 'backstage-plugin-infra-overview-common';
import { useId, useState } from 'react';
import { SectionCard } from '../kit';
import { FleetImpactAnswer } from './FleetImpactAnswer';
import styles from './Impact.module.css';
import { sharedChoices } from './sharedChoices';
import { useImpactOf } from './useImpactOf';

/** "What happens if something that projects share goes down?" Which projects, how badly, and whom to tell. */
export const FleetImpactPanel = ({ facets }: { readonly facets: FleetFacets | undefined }) => {
  const { of, ask } = useImpactOf();
  const id = useId();
  const choices = sharedChoices(facets);
  const groups = [...new Set(choices.map(({ group }) => group))];
  const isKnown = of === undefined || choices.some(choice => choice.of === of);
  const title =
    of === undefined
      ? 'What happens if something shared goes down?'
      : `What happens if ${sharedTitle(of)} goes down?`;
  return (
    <SectionCard id="impact" title={title} depth={of === undefined ? 'folded' : 'full'}>
      <div className={styles.shared}>
        <div className={styles.question}>
          <div className={styles.chooser}>
            <label htmlFor={id}>What goes down?</label>
            <select
              id={id}
              className={styles.select}
              value={of ?? ''}
              onChange={event => ask(event.target.value === '' ? undefined : event.target.value)}
            >
              <option value="">nothing</option>
              {!isKnown && <option value={of}>{of}</option>}
              {groups.map(group => (
                <optgroup key={group} label={group}>
                  {choices
                    .filter(choice => choice.group === group)
                    .map(choice => (
                      <option key={choice.of} value={choice.of}>
                        {`${choice.name} (${choice.projects})`}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </div>
          <ResourceField onAsk={ask} />
        </div>
        {of !== undefined && <FleetImpactAnswer key={of} of={of} />}
      </div>
    </SectionCard>
  );
};

/** Clusters and databases are entities of the catalog: they are asked about by ref. */
function ResourceField({ onAsk }: { readonly onAsk: (of: string) => void }) {
  const [ref, setRef] = useState('');
  const name = ref.trim().replace(/^resource:/i, '');
  return (
    <form
      className={styles.question}
      onSubmit={event => {
        event.preventDefault();
        if (name !== '') onAsk(`resource:${name}`);
      }}
    >
      <TextField
        label="Or a resource of the catalog"
        size="small"
        placeholder="resource:default/cluster"
        value={ref}
        onChange={setRef}
      />
      <Button type="submit" variant="secondary" size="small" isDisabled={name === ''}>
        Ask
      </Button>
    </form>
  );
}
