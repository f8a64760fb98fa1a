import { Muted } from '../../kit';
import { LookFailed } from '../../observed/LookFailed';
import { useLooked } from '../../observed/context';
import { ViewSection } from '../../overview/context';
import { DriftList } from './DriftList';

/** The document against what is really there: what differs, and what to do about it. */
export const DriftSection = () => {
  const looked = useLooked();
  if (looked.state === 'loading') {
    return (
      <ViewSection id="drift" draw="always">
        <p>
          <Muted>The sources are asked what they saw.</Muted>
        </p>
      </ViewSection>
    );
  }
  if (looked.state === 'failed') {
    return (
      <ViewSection id="drift" draw="always">
        <LookFailed />
      </ViewSection>
    );
  }
  const { answer } = looked;
  if (answer.sources.length === 0 && answer.drift.length === 0) {
    return (
      <ViewSection id="drift" draw="always">
        <p>No source looks at this project, so nothing here says whether the document is true.</p>
        <p>
          <Muted>
            Whoever runs this portal connects one under <code>infraOverview.sources</code> of its
            configuration. Heroku, Terraform and CircleCI are there; docs/operate.md says how.
          </Muted>
        </p>
      </ViewSection>
    );
  }
  return (
    <ViewSection id="drift" draw="always" count={answer.driftCount}>
      <LookFailed />
      <DriftList answer={answer} />
    </ViewSection>
  );
};
