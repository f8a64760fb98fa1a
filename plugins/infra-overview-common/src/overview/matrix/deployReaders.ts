import type { Deploy } from '../../document';
import type { InfraView } from '../../effective';
import { environmentOf } from '../environmentOf';
import { activeItems, standingOf, statedBlock } from '../facts';
import { describeDeploy } from '../words/describeDeploy';
import { describeDuration } from '../words/describeDuration';
import { describeParties } from '../words/describeParty';
import { describeSchedule } from '../words/describeWindow';
import { present } from '../words/sentence';
import { wordLabel } from '../words/wordLabels';
import { wordsCell, type CellWords } from './cell';
import type { RowReader } from './rowReader';

function deploy(
  id: string,
  label: string,
  field: string,
  words: (deploy: Deploy) => string | undefined,
): RowReader {
  return {
    id,
    label,
    read: view => {
      const block = environmentOf(view)?.deploy;
      const path = `environments[${view.environment}].deploy`;
      const stated = statedBlock(block);
      if (stated !== undefined) return wordsCell(words(stated), `${path}.${field}`);
      return emptyCell(block, path);
    },
  };
}

function emptyCell(block: Parameters<typeof standingOf>[0], path: string): CellWords {
  const { state, text } = standingOf(block);
  const words = state === 'none' ? 'never deployed to' : text;
  return { text: words, fact: state, tone: state === 'not-stated' ? 'unknown' : 'neutral', path };
}

export const deployReaders: readonly RowReader[] = [
  deploy('deployed-by', 'Deployed by', 'trigger', value =>
    value.trigger === undefined && value.branch === undefined ? undefined : describeDeploy(value),
  ),
  deploy('starters', 'Who can start it', 'by', ({ by }) => by && describeParties(by)),
  deploy(
    'approvals',
    'Who must say yes',
    'approvals',
    ({ approvals }) => approvals && (describeParties(approvals) || 'none'),
  ),
  { id: 'windows', label: 'Deploy windows', read: readWindows },
  { id: 'maintenance', label: 'Maintenance mode', read: readMaintenance },
  deploy(
    'migrations',
    'Schema changes',
    'migrations',
    ({ migrations }) => migrations && wordLabel(migrations),
  ),
  deploy(
    'strategy',
    'How it is replaced',
    'strategy',
    ({ strategy }) => strategy && wordLabel(strategy),
  ),
  deploy(
    'impact',
    'What users notice',
    'impact',
    ({ impact }) => impact && (impact === 'none' ? 'nothing' : wordLabel(impact)),
  ),
  deploy(
    'takes',
    'Takes',
    'expectedDuration',
    ({ expectedDuration }) => expectedDuration && describeDuration(expectedDuration),
  ),
  deploy('health-check', 'Health check', 'healthCheck', ({ healthCheck }) => healthCheck),
  deploy('artifact', 'What is deployed', 'artifact', ({ artifact }) =>
    present([
      artifact?.kind && wordLabel(artifact.kind),
      artifact?.builtIn && `built ${wordLabel(artifact.builtIn)}`,
    ]).join(', '),
  ),
];

function readWindows(view: InfraView): CellWords {
  const block = environmentOf(view)?.deploy;
  const stated = statedBlock(block);
  const path = `environments[${view.environment}].deploy.windows`;
  const policy = view.document.deployPolicy ?? {};
  const windows = [
    ...activeItems(stated?.windows),
    ...activeItems(policy.windows),
    ...activeItems(stated?.freezes),
    ...activeItems(policy.freezes),
  ];
  if (windows.length > 0) {
    const words = windows.map(
      window =>
        `${describeSchedule(window, policy.timeZone)} (${window.title ?? wordLabel(window.kind ?? 'freeze')})`,
    );
    return wordsCell(words.join('; '), path);
  }
  if (stated === undefined && standingOf(block).state !== 'not-stated')
    return emptyCell(block, path);
  const { state, text } = standingOf(stated?.windows ?? policy.windows);
  return { text, fact: state, tone: state === 'not-stated' ? 'unknown' : 'neutral', path };
}

function readMaintenance(view: InfraView): CellWords {
  const block = environmentOf(view)?.maintenance;
  const path = `environments[${view.environment}].maintenance`;
  const maintenance = statedBlock(block);
  if (maintenance === undefined) {
    const { state, text } = standingOf(block);
    return { text, fact: state, tone: state === 'not-stated' ? 'unknown' : 'neutral', path };
  }
  const { duringDeploy, customPage, reason } = maintenance;
  const words = present([
    duringDeploy !== undefined && (duringDeploy ? 'during deploys' : 'not during deploys'),
    customPage !== undefined && (customPage ? 'own page' : 'no own page'),
    reason,
  ]);
  return wordsCell(words.join(', '), path);
}
