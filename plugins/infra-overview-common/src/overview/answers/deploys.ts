import type { Deploy, InfraDocument } from '../../document';
import type { InfraView } from '../../effective';
import type { Instant } from '../../time';
import { activeItems, standingOf, statedBlock } from '../facts';
import { itemTitle } from '../itemTitle';
import { describeDeploy } from '../words/describeDeploy';
import { NOT_STATED, toneOfState } from '../words/emptiness';
import { capitalised, counted } from '../words/sentence';
import { wordLabel } from '../words/wordLabels';
import type { Answer, AnswerLine } from './answer';
import { whenLines } from './whenLines';

/** What starts a deploy, when it may happen, who hears of it before, and what users notice. */
export function deploys(view: InfraView, now: Instant): Answer {
  return { id: 'deploys', title: 'How it deploys and when', lines: describe(view, now) };
}

function describe(view: InfraView, now: Instant): AnswerLine[] {
  const [environment] = activeItems(view.document.environments);
  const path = `environments[${environment?.name ?? view.environment}].deploy`;
  const standing = standingOf(environment?.deploy);
  const deploy = statedBlock(environment?.deploy);
  if (deploy === undefined) {
    const text = standing.state === 'none' ? 'never deployed to' : standing.text;
    const tone = standing.state === 'none' ? 'neutral' : toneOfState(standing.state);
    return [{ text, tone, path }, ...whenLines(view.document, {}, path, now)];
  }
  return [
    headline(deploy, path),
    ...whenLines(view.document, deploy, path, now),
    ...howLines(view.document, deploy, path),
  ];
}

function headline(deploy: Deploy, path: string): AnswerLine {
  const known = deploy.trigger !== undefined;
  return {
    text: capitalised(describeDeploy(deploy)),
    tone: known ? 'neutral' : 'unknown',
    path: `${path}.trigger`,
  };
}

function howLines(document: InfraDocument, deploy: Deploy, path: string): AnswerLine[] {
  const [environment] = activeItems(document.environments);
  const maintenance = statedBlock(environment?.maintenance);
  const lines: AnswerLine[] = [];
  if (deploy.impact !== undefined) {
    const text =
      deploy.impact === 'none'
        ? 'users notice nothing'
        : `users notice ${wordLabel(deploy.impact)}`;
    lines.push({
      text,
      tone: deploy.impact === 'downtime' ? 'warning' : 'neutral',
      path: `${path}.impact`,
    });
  }
  if (maintenance?.duringDeploy === true) {
    lines.push({
      text: 'maintenance mode during deploys',
      tone: 'neutral',
      path: `environments[${environment?.name ?? ''}].maintenance`,
    });
  }
  if (deploy.migrations !== undefined) {
    lines.push({
      text: migrationWords(deploy.migrations),
      tone: 'neutral',
      path: `${path}.migrations`,
    });
  }
  const procedure = activeItems(document.procedures).find(({ id }) => id === deploy.procedure);
  if (procedure !== undefined) {
    const steps = procedure.steps?.length ?? 0;
    const text =
      steps === 0
        ? `${itemTitle(procedure)}: steps ${NOT_STATED}`
        : `${itemTitle(procedure)}: ${counted(steps, 'step')}`;
    lines.push({
      text,
      tone: steps === 0 ? 'unknown' : 'neutral',
      path: `procedures[${procedure.id}]`,
    });
  }
  return lines;
}

function migrationWords(migrations: NonNullable<Deploy['migrations']>): string {
  switch (migrations) {
    case 'automatic':
      return 'schema changes run by themselves';
    case 'manual':
      return 'a person runs schema changes';
    case 'none':
      return 'no schema changes';
    default:
      throw new Error(migrations satisfies never);
  }
}
