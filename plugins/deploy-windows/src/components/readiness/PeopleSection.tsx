import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { SectionCard } from 'backstage-plugin-infra-overview-react';
import { useReadiness } from './ReadinessContext';
import styles from './Readiness.module.css';

/** Who is woken: people, not channels. */
export const PeopleSection = () => {
  const { people } = useReadiness().answer;
  return (
    <SectionCard id="people" title="People behind the alerts" count={people.length}>
      {people.length === 0 ? (
        <p>No person is known to be reached by an alert.</p>
      ) : (
        <ul className={styles.plain}>
          {people.map(({ ref, title }) => (
            <li key={ref}>
              <EntityRefLink entityRef={ref} title={title} />
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
};
