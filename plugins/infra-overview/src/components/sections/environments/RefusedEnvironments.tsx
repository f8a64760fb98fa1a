import { useView } from '../../overview/context';
import { ItemName, shownItems } from '../shared';
import styles from '../shared/shared.module.css';

/** Environments a standard has and this project does not need: no columns, but said. */
export const RefusedEnvironments = () => {
  const { effective } = useView();
  const all = shownItems(effective.document.environments, 'environments', effective.origins);
  const refused = all.filter(({ item }) => item.notNeeded !== undefined);
  if (refused.length === 0) return null;
  return (
    <ul className={styles.items} aria-label="Environments that are not needed">
      {refused.map(of => (
        <li key={of.path}>
          <ItemName of={of} />
        </li>
      ))}
    </ul>
  );
};
