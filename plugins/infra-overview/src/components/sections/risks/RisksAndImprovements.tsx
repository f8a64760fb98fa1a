import type { SectionId } from 'backstage-plugin-infra-overview-common';
import { useView } from '../../overview/context';
import { Improvements } from './Improvements';
import { Risks } from './Risks';
import styles from './Risks.module.css';

const PAIR: readonly SectionId[] = ['risks', 'improvements'];

/** Side by side, so that one sees which risk has a plan. Drawn where the role's order has the first of the two. */
function RisksAndImprovements({ as }: { readonly as: SectionId }) {
  const first = useView().sections.find(({ id }) => PAIR.includes(id))?.id;
  if (first !== as) return null;
  const pair = [<Risks key="risks" />, <Improvements key="improvements" />];
  return <div className={styles.pair}>{first === 'risks' ? pair : pair.reverse()}</div>;
}

export const RisksSection = () => <RisksAndImprovements as="risks" />;
export const ImprovementsSection = () => <RisksAndImprovements as="improvements" />;
