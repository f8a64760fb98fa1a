import { Button } from '@backstage/ui';
import type { SectionId } from 'backstage-plugin-infra-overview-common';
import { useState, type ReactNode } from 'react';
import { cx, SectionCard } from 'backstage-plugin-infra-overview-react';
import { GapCard } from '../../kit/GapCard';
import { SayMenu } from '../../observed/confirm/SayMenu';
import { useView } from './ViewContext';
import styles from './ViewSection.module.css';

export interface ViewSectionProps {
  readonly id: SectionId;
  /** Instead of the count of the section list: "5 of 11 rows differ". */
  readonly count?: string | number;
  /** On the right of the heading. */
  readonly extra?: ReactNode;
  /** What a role that wants only the gist sees first. */
  readonly summary?: ReactNode;
  /** `always`: children are drawn even when the section's own fact is not stated, because they show other facts too. */
  readonly draw?: 'when-stated' | 'always';
  readonly children: ReactNode;
}

/** A section of the page as the role's list has it: title, count, depth, and the words when there is nothing to draw. */
export const ViewSection = ({
  id,
  count,
  extra,
  summary,
  draw = 'when-stated',
  children,
}: ViewSectionProps) => {
  const section = useView().sections.find(candidate => candidate.id === id);
  const [all, setAll] = useState(false);
  if (section === undefined) return null;
  const drawn = draw === 'always' || section.fact === 'stated';
  if (!drawn) {
    return <GapCard id={id} title={section.title} state={section.fact} text={section.text} />;
  }
  const [path, ...others] = section.paths;
  // Several lists under one heading are each spoken of for themselves.
  const spokenOf = others.length === 0 && section.fact === 'stated' ? path : undefined;
  const gist = section.depth === 'summary' && summary !== undefined;
  return (
    <SectionCard
      id={id}
      title={section.title}
      count={count ?? section.count}
      depth={section.depth}
      actions={
        <>
          {extra}
          {spokenOf !== undefined && <SayMenu path={spokenOf} title={section.title} />}
        </>
      }
    >
      {gist && !all && (
        <div className={styles.gist}>
          {summary}
          <Button variant="tertiary" size="small" onPress={() => setAll(true)}>
            Show all
          </Button>
        </div>
      )}
      <div className={cx(gist && !all && styles.rest)}>{children}</div>
    </SectionCard>
  );
};
