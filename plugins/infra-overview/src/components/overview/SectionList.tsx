import type { Section } from 'backstage-plugin-infra-overview-common';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { SECTIONS } from '../sections';
import { SectionBoundary } from '../kit';
import { useView } from './context';
import { FourAnswers } from './FourAnswers';
import { RequestPath } from './RequestPath';
import { StandardAnswers } from './StandardAnswers';

export interface SectionListProps {
  readonly answers: readonly ReactElement[];
  /** Drawn below the first screen, above the depth. */
  readonly afterPath: ReactNode;
}

// The first screen is the same for every role; its order is not.
const FIRST_SCREEN: readonly Section['id'][] = ['answers', 'request-path'];

/** Every section in the order of the role. */
export const SectionList = ({ answers, afterPath }: SectionListProps) => {
  const { sections, environment } = useView();
  const last = sections
    .filter(section => FIRST_SCREEN.includes(section.id) && section.depth === 'full')
    .at(-1);
  return (
    <>
      {sections.map(section => (
        <Fragment key={section.id}>
          <SectionBoundary key={environment} title={section.title}>
            <OneSection section={section} answers={answers} />
          </SectionBoundary>
          {section === last && afterPath}
        </Fragment>
      ))}
    </>
  );
};

function OneSection({
  section,
  answers,
}: {
  readonly section: Section;
  readonly answers: readonly ReactElement[];
}) {
  const { use } = useView();
  if (section.id === 'answers') {
    return use === 'standard' ? <StandardAnswers /> : <FourAnswers answers={answers} />;
  }
  if (section.id === 'request-path') return <RequestPath />;
  const Drawn = SECTIONS[section.id];
  return Drawn === undefined ? null : <Drawn />;
}
