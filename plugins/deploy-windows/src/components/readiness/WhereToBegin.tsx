import { Fold, SectionCard } from 'backstage-plugin-infra-overview-react';
import { mostAnswering } from '../../lib/readiness/mostAnswering';
import { isOpen } from '../../lib/readiness/sortChecks';
import { useReadiness } from './ReadinessContext';
import { YamlToAdd } from './YamlToAdd';

/** Where no must-have is known at all: the three declarations that answer most checks. */
export const WhereToBegin = () => {
  const { checks, sourceUrl } = useReadiness().answer;
  const applies = checks.filter(
    ({ level, status }) => level === 'must' && status !== 'not-applicable',
  );
  const isNothingKnown =
    applies.length > 0 && applies.every(check => isOpen(check) && check.status === 'unknown');
  if (!isNothingKnown) return null;
  const declarations = mostAnswering(checks, 3);
  if (declarations.length === 0) return null;
  return (
    <SectionCard id="begin" title="Where to begin">
      <p>None of the must-haves is known yet. These declarations answer most of the checks:</p>
      <ol>
        {declarations.map(({ at, answers, yaml }) => (
          <li key={at}>
            <Fold label={`${at}: asked about by ${answers} ${answers === 1 ? 'check' : 'checks'}`}>
              <YamlToAdd label={`Lines for ${at}`} yaml={yaml} href={sourceUrl} />
            </Fold>
          </li>
        ))}
      </ol>
    </SectionCard>
  );
};
