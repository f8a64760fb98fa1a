import { Muted, SectionCard } from 'backstage-plugin-infra-overview-react';
import { useReadiness } from './ReadinessContext';
import styles from './Readiness.module.css';

/** Which packs of checks ask, and why they do. */
export const Packs = () => {
  const { packs } = useReadiness().answer;
  return (
    <SectionCard id="packs" title="Who asks" count={packs.length}>
      <ul className={styles.plain}>
        {packs.map(({ pack, title, because }) => (
          <li key={pack}>
            {title} <Muted>{pack}</Muted>
            <br />
            <Muted>{because}</Muted>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
};
