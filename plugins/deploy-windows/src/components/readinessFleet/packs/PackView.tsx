import { useApi } from '@backstage/core-plugin-api';
import type { PackAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  Fold,
  Lines,
  Muted,
  SectionCard,
  ToneText,
  linkStyles,
  useAsked,
} from 'backstage-plugin-infra-overview-react';
import { Link } from 'react-router-dom';
import { readinessApiRef } from '../../../api';
import { factText } from '../../../lib/readiness/boundFacts';
import { basisWords } from '../../../lib/readiness/countWords';
import { validForWords } from '../../../lib/readiness/validUntil';
import { AskedPage } from '../AskedPage';
import { queryOf } from '../usePageParameters';
import styles from '../Fleet.module.css';

type Check = PackAnswer['checks'][number];

/** One pack: what it asks, why, and by which rule in words. */
export const PackView = ({ pack }: { readonly pack: string }) => {
  const api = useApi(readinessApiRef);
  const asked = useAsked(`pack ${pack}`, signal => api.pack(pack, { signal }));
  return (
    <>
      <p>
        <Link to={queryOf({ tab: 'packs' })} className={linkStyles.link}>
          <span className={linkStyles.text}>All packs</span>
        </Link>
      </p>
      <AskedPage what="The pack" asked={asked}>
        {answer => <Pack answer={answer} />}
      </AskedPage>
    </>
  );
};

function Pack({ answer }: { readonly answer: PackAnswer }) {
  const { title, pack, source, from, parameters, problems, checks } = answer;
  const groups = [...new Set(checks.map(({ group }) => group))];
  const named = Object.entries(parameters);
  return (
    <>
      <SectionCard id="pack" title={title} count={pack}>
        <p>
          {source?.document !== undefined && `After ${source.document}. `}Read from {from}.
        </p>
        {named.length > 0 && (
          <Fold label={`Parameters (${named.length})`}>
            <Lines>{named.map(([name, value]) => `${name}: ${factText(value)}`)}</Lines>
          </Fold>
        )}
        {problems.length > 0 && (
          <ul aria-label="Problems">
            {problems.map(({ message, line, check, severity }) => (
              <li key={`${message} ${line}`}>
                <ToneText tone={severity === 'warning' ? 'warning' : 'bad'}>
                  {check !== undefined && `${check}: `}
                  {message}
                  {line !== undefined && ` (line ${line})`}
                </ToneText>
              </li>
            ))}
          </ul>
        )}
      </SectionCard>
      {groups.map(group => {
        const asked = checks.filter(check => check.group === group);
        return (
          <SectionCard key={group} id={`group-${group}`} title={group} count={asked.length}>
            <ul className={styles.plain}>
              {asked.map(check => (
                <li key={check.id}>
                  <CheckWords check={check} />
                </li>
              ))}
            </ul>
          </SectionCard>
        );
      })}
    </>
  );
}

function CheckWords({ check }: { readonly check: Check }) {
  const { id, title, why, place, basis, ruleWords, statement, validFor, broken } = check;
  return (
    <>
      <Link to={queryOf({ tab: 'checks', check: id })} className={linkStyles.link}>
        <span className={linkStyles.text}>{title}</span>
      </Link>{' '}
      <Muted>
        {id}, {basisWords(basis)}
      </Muted>
      {broken !== undefined && (
        <div>
          <ToneText tone="bad">Cannot be asked: {broken}</ToneText>
        </div>
      )}
      <div>{why}</div>
      <Fold label="How it is decided">
        {ruleWords.length > 0 && <Lines>{ruleWords}</Lines>}
        {statement !== undefined && (
          <p>
            Confirmed by a person
            {validFor !== undefined && `, for ${validForWords(validFor)}`}: {statement}
          </p>
        )}
        {place !== undefined && <Muted>{place}</Muted>}
      </Fold>
    </>
  );
}
