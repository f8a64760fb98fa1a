import type { FactState } from 'backstage-plugin-infra-overview-common';
import { cardStyles as styles, cx } from 'backstage-plugin-infra-overview-react';
import { FactText } from './FactText';

export interface GapCardProps {
  readonly id: string;
  readonly title: string;
  readonly state: FactState;
  readonly text: string;
}

/** A section with nothing to draw, in one line: its words say whether there is none, none is needed, or nobody has said. */
export const GapCard = ({ id, title, state, text }: GapCardProps) => (
  <section
    id={id}
    data-gap
    className={cx(styles.card, styles.gap)}
    aria-labelledby={`${id}-heading`}
  >
    <h2 className={styles.gapHeading} id={`${id}-heading`}>
      {title}
    </h2>
    <FactText state={state} text={text} />
  </section>
);
