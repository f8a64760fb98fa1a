import type { DecisionAnswer, VerdictsAnswer } from 'backstage-plugin-deploy-windows-common';
import { screen } from '@testing-library/react';
import { aDecision, anOpenDecision } from '../../__testUtils__/aDecision';
import { aSubjectRow } from '../../__testUtils__/aReadiness';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { DecisionCard } from './DecisionCard';

const decisionsOf =
  (...decisions: readonly DecisionAnswer[]) =>
  async () => ({
    results: decisions.map(decision => ({
      entity: decision.entityRef,
      environment: decision.environment,
      decision,
    })),
  });
const verdict: VerdictsAnswer = {
  results: [{ entity: 'system:default/noipm', environment: 'production', verdict: aSubjectRow() }],
};

it('says the sentence of readiness, asked for once and for all environments', async () => {
  const verdicts = jest.fn(async () => verdict);
  const report = anOpenDecision({ readiness: { mode: 'report', verdict: 'ready' } });
  renderEntity(<DecisionCard />, {
    api: { decisions: decisionsOf(aDecision(), report) },
    readiness: { verdicts },
  });
  expect(
    await screen.findByRole('link', { name: /^Not ready for production: 2 must-haves open/ }),
  ).toHaveAttribute('href', '/catalog/default/system/noipm/readiness?environment=production');
  expect(screen.getByText('Ready')).toBeInTheDocument();
  expect(screen.getByText('(holds no deploy)')).toBeInTheDocument();
  expect(verdicts).toHaveBeenCalledTimes(1);
  expect(verdicts).toHaveBeenCalledWith(
    {
      targets: [
        { entity: 'system:default/noipm', environment: 'production' },
        { entity: 'system:default/noipm', environment: 'staging' },
      ],
    },
    expect.anything(),
  );
});

it('draws the verdict before readiness answers, and keeps its word when nobody does', async () => {
  const verdicts = jest.fn(async () => {
    throw new Error('away');
  });
  renderEntity(<DecisionCard />, {
    api: { decisions: decisionsOf(aDecision()) },
    readiness: { verdicts },
  });
  expect(await screen.findByText('Not ready')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open: Backups are tested' })).toBeInTheDocument();
  expect(verdicts).toHaveBeenCalledTimes(1);
});

it('asks and says nothing where readiness is off', async () => {
  const verdicts = jest.fn(async () => verdict);
  renderEntity(<DecisionCard />, {
    api: { decisions: decisionsOf(anOpenDecision()) },
    readiness: { verdicts },
  });
  await screen.findByText(/nothing closes it that is known today/);
  expect(screen.queryByText('Not assessed')).not.toBeInTheDocument();
  expect(verdicts).not.toHaveBeenCalled();
});
