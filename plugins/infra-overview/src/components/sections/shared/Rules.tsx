import type { Origins, Rule } from 'backstage-plugin-infra-overview-common';
import { useView } from '../../overview/context';
import { Demand } from './Demand';
import { shownItems } from './shownItems';
import styles from './shared.module.css';

export interface RulesProps {
  readonly rules: readonly Rule[];
  /** Path of the list: `accounts[sandbox].dataRules`. */
  readonly at: string;
  readonly label: string;
  /** Of another environment than the chosen one. */
  readonly origins?: Origins;
}

/** Short rules, each with how binding it is. */
export const Rules = ({ rules, at, label, origins }: RulesProps) => {
  const { view } = useView();
  return (
    <ul className={styles.items} aria-label={label}>
      {shownItems(rules, at, origins ?? view.origins).map(rule => (
        <li key={rule.path}>
          <Demand of={rule} />
        </li>
      ))}
    </ul>
  );
};
