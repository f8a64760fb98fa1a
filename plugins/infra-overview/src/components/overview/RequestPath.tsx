import { drawPath } from 'backstage-plugin-infra-overview-common';
import { useMemo, useState } from 'react';
import { pathLayout } from '../../lib/pathLayout';
import { FactText, GapCard, SectionCard, cx } from '../kit';
import { PathMarks } from '../impact/PathMarks';
import { PathChoice } from './PathChoice';
import { PathLaneList } from './PathLaneList';
import { useRequestPath } from './useRequestPath';
import { useView } from './context';
import styles from './RequestPath.module.css';

/** What a request passes in the chosen environment: boxes of text from left to right, or a numbered list. */
export const RequestPath = () => {
  const { environment, role, sections } = useView();
  const { view, owners, owner, choose } = useRequestPath();
  const [look, setLook] = useState<'drawn' | 'list'>('drawn');
  const path = useMemo(() => drawPath(view), [view]);
  const lanes = useMemo(() => pathLayout(path), [path]);
  const title =
    environment === '' ? 'How a request travels' : `How a request travels in ${environment}`;
  const depth = sections.find(section => section.id === 'request-path')?.depth;

  if (path.steps.length === 0 && owners.length === 0) {
    return <GapCard id="request-path" title={title} state={path.fact} text={path.text} />;
  }
  return (
    <SectionCard
      id="request-path"
      title={title}
      depth={depth === 'folded' ? depth : undefined}
      actions={
        <button
          type="button"
          className={styles.toggle}
          onClick={() => setLook(look === 'drawn' ? 'list' : 'drawn')}
        >
          {look === 'drawn' ? 'Show as list' : 'Show as drawing'}
        </button>
      }
    >
      <PathChoice owners={owners} owner={owner} onChoose={choose} />
      {path.steps.length === 0 && <FactText state={path.fact} text={path.text} />}
      <div className={cx(styles.box, look === 'drawn' && role !== 'newcomer' && styles.bounded)}>
        <div
          className={cx(
            styles.lanes,
            look === 'list' ? styles.asList : role !== 'newcomer' && styles.drawn,
            role === 'newcomer' && styles.told,
          )}
        >
          <PathMarks owner={owner}>
            {lanes.map(lane => (
              <PathLaneList key={lane.lane} lane={lane} />
            ))}
          </PathMarks>
        </div>
      </div>
    </SectionCard>
  );
};
