import { Link } from 'react-router-dom';
import { TABS, queryOf, usePageParameters, type TabName } from './usePageParameters';
import styles from './Fleet.module.css';

const WORDS: Readonly<Record<TabName, string>> = {
  services: 'Services',
  checks: 'Checks',
  waivers: 'Waivers',
  confirmations: 'Confirmations',
  ownership: 'Ownership',
  packs: 'Packs',
};

/** Links, not buttons: each view has an address, and the back button works. */
export const TabNavigation = () => {
  const { tab } = usePageParameters();
  return (
    <nav aria-label="Readiness">
      <ul className={styles.tabs}>
        {TABS.map(name => (
          <li key={name}>
            <Link
              to={queryOf({ tab: name })}
              className={styles.tab}
              {...(name === tab && { 'aria-current': 'page' as const })}
            >
              <span className={styles.tabWord}>{WORDS[name]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
