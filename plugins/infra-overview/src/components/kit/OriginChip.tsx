import type { Origin } from 'backstage-plugin-infra-overview-common';
import { describeOrigin } from '../../lib/describeOrigin';
import { useView } from '../overview/context';
import styles from './OriginChip.module.css';

/** "from the TTS standard". Nothing for a value of the entity itself: that is what a reader expects. */
export const OriginChip = ({ origin }: { readonly origin: Origin | undefined }) => {
  const { overview } = useView();
  const words = origin && describeOrigin(origin, overview);
  if (words === undefined) return null;
  return (
    <span className={styles.chip} title={words.where}>
      {words.text}
    </span>
  );
};
