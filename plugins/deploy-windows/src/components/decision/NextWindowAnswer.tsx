import { stringifyEntityRef } from '@backstage/catalog-model';
import { useAsyncEntity } from '@backstage/plugin-catalog-react';
import { useNow } from 'backstage-plugin-infra-overview-react';
import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import { useSearchParams } from 'react-router-dom';
import { isNothingDeclared, serverNow } from '../../lib/decisions';
import { relativeWords } from '../../lib/timeWords';
import { TargetStateChip } from '../TargetStateChip';
import { TabLink } from './TabLink';
import { useDecisions } from './useDecisions';

/** The next window in one line, on the infrastructure page of the entity and for the environment chosen there. */
export const NextWindowAnswer = () => {
  const { entity } = useAsyncEntity();
  // A Domain runs nothing and is not deployed.
  if (entity === undefined || entity.kind === 'Domain') return null;
  return <NextWindow entityRef={stringifyEntityRef(entity)} />;
};

function NextWindow({ entityRef }: { readonly entityRef: string }) {
  const asked = useDecisions(entityRef);
  const now = useNow();
  const [parameters] = useSearchParams();
  if (asked.state === 'loading') return <div role="status">Asking for the next window…</div>;
  if (asked.state === 'failed') return <div>The next window is not known: nobody answered.</div>;
  if (isNothingDeclared(asked.answer)) return <TabLink words="No deploy windows are declared" />;
  const chosen = parameters.get('environment');
  const { decisions } = asked.answer;
  const decision = decisions.find(({ environment }) => environment === chosen) ?? decisions[0];
  if (decision === undefined) return <div>The next window is not known.</div>;
  return (
    <div>
      <TargetStateChip state={decision.state} />{' '}
      <TabLink
        words={nextWindowWords(decision, serverNow(decision, asked.answeredAt, now))}
        environment={decision.environment}
      />
    </div>
  );
}

export function nextWindowWords(decision: DecisionAnswer, at: number): string {
  const { environment, outcome, nextOpen, nextClose, zone } = decision;
  const moment = outcome === 'allowed' ? nextClose : nextOpen;
  if (moment === undefined) {
    return outcome === 'allowed' ? `${environment} is open` : `${environment}: no opening is known`;
  }
  const verb = outcome === 'allowed' ? 'open until' : 'opens';
  return `${environment} ${verb} ${moment.text} (${zone}), ${relativeWords(at, Date.parse(moment.at))}`;
}
