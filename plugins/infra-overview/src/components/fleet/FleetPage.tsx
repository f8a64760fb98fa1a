import { Skeleton } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ChipChoice } from '../kit';
import styles from './Fleet.module.css';
import { Projects } from './Projects';

const FleetDrift = lazy(async () => ({ default: (await import('./drift/FleetDrift')).FleetDrift }));

const VIEW = 'view';
const VIEWS = [
  { value: 'projects', label: 'Projects' },
  { value: 'drift', label: 'Drift' },
];

/** The fleet: project by project, or difference by difference. The page around it differs between the two frontend systems. */
export const FleetPage = () => {
  const [parameters, setParameters] = useSearchParams();
  const view = parameters.get(VIEW) === 'drift' ? 'drift' : 'projects';
  const show = (next: string) =>
    setParameters(before => {
      const after = new URLSearchParams(before);
      if (next === 'projects') after.delete(VIEW);
      else after.set(VIEW, next);
      return after;
    });
  return (
    <div className={styles.page}>
      <ChipChoice label="Show" choices={VIEWS} value={view} onChange={show} />
      {view === 'projects' ? (
        <Projects />
      ) : (
        <Suspense fallback={<Skeleton height="24rem" />}>
          <FleetDrift />
        </Suspense>
      )}
    </div>
  );
};
