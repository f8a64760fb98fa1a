import { useView } from '../../overview/context';
import { useDriftAt, useLooked } from '../context';
import { DisputedMark } from './DisputedMark';
import { DriftMark } from './DriftMark';
import { SameMark } from './SameMark';

export interface MarksProps {
  /** Fact path of the value they stand beside. */
  readonly path: string;
}

/** Beside a value: whether it is so in reality, and whether somebody said that it is not. Nothing where nobody can look. */
export const Marks = ({ path }: MarksProps) => {
  const { environment } = useView();
  const looked = useLooked();
  const drift = useDriftAt(path, environment);
  const same = drift.filter(({ status }) => status === 'same');
  // An answer that could not be renewed shows nothing as good.
  const isRenewed = looked.state === 'answered' && looked.failure === undefined;
  return (
    <>
      {drift
        .filter(({ status }) => status !== 'same')
        .map(finding => (
          <DriftMark key={finding.id} finding={finding} at={path} />
        ))}
      {isRenewed && same.length > 0 && <SameMark findings={same} />}
      <DisputedMark path={path} />
    </>
  );
};
