import type { Environment, Hosting } from '../../document';
import type { InfraView } from '../../effective';
import { environmentOf } from '../environmentOf';
import { statedBlock, standingOf } from '../facts';
import { describeDate } from '../words/describeDate';
import { describeFrequency } from '../words/describeDuration';
import { describeProcesses } from '../words/describeProcesses';
import { productName } from '../words/productName';
import { capitalised, present } from '../words/sentence';
import { wordLabel } from '../words/wordLabels';
import { listCell, wordsCell, type CellWords } from './cell';
import type { RowReader } from './rowReader';

function hosting(
  id: string,
  label: string,
  words: (hosting: Hosting) => string | undefined,
  field = id,
): RowReader {
  return {
    id,
    label,
    read: view =>
      wordsCell(
        words(environmentOf(view)?.hosting ?? {}),
        `environments[${view.environment}].hosting.${field}`,
      ),
  };
}

function environment(
  id: string,
  label: string,
  field: string,
  words: (environment: Environment) => string | undefined,
): RowReader {
  return {
    id,
    label,
    read: view => {
      const found = environmentOf(view);
      return wordsCell(
        found === undefined ? undefined : words(found),
        `environments[${view.environment}].${field}`,
      );
    },
  };
}

/** No row for name and stage: they say which environment it is, so a difference in them says nothing. */
export const hostingReaders: readonly RowReader[] = [
  environment('url', 'Address', 'url', ({ url }) => url),
  environment(
    'live-since',
    'Live since',
    'launchedAt',
    ({ launchedAt }) => launchedAt && describeDate(launchedAt),
  ),
  hosting('platform', 'Platform', ({ platform, product }) =>
    present([platform && productName(platform), product]).join(' '),
  ),
  hosting('plan', 'Plan', ({ plan }) => plan && capitalised(plan)),
  hosting('region', 'Region', ({ region }) => region),
  hosting('stack', 'Stack', ({ runtime, stack, os, image }) =>
    present([runtime, stack, os, image]).join(', '),
  ),
  hosting('isolation', 'Shared with strangers', ({ isolation }) => isolation),
  hosting('network', 'Private network', ({ vpc }) => vpc, 'vpc'),
  { id: 'processes', label: 'Processes', read: readProcesses },
  { id: 'scaling', label: 'Scaling', read: readScaling },
  { id: 'exposure', label: 'Who can reach it', read: readExposure },
  environment('data-rules', 'Data rules', 'dataRules', ({ dataRules }) =>
    dataRules
      ?.map(({ level, statement }) =>
        present([level && capitalised(wordLabel(level)), statement]).join(': '),
      )
      .join('; '),
  ),
  environment(
    'wipe',
    'Contents are deleted',
    'wipe',
    ({ wipe }) => wipe && describeFrequency(wipe),
  ),
  { id: 'infrastructure-as-code', label: 'Infrastructure as code', read: readInfrastructureAsCode },
  environment('tags', 'Tags', 'tags', ({ tags }) =>
    tags?.map(({ key, value }) => `${key}: ${value}`).join(', '),
  ),
];

function readProcesses(view: InfraView): CellWords {
  const list = environmentOf(view)?.processes;
  return listCell(list, list, describeProcesses, `environments[${view.environment}].processes`);
}

function readScaling(view: InfraView): CellWords {
  const processes = environmentOf(view)?.processes;
  const path = `environments[${view.environment}].processes`;
  const words = (
    items: readonly { name: string; autoscaling?: unknown; scaling?: string | undefined }[],
  ) => present(items.map(item => scalingWords(item))).join('; ');
  const cell = listCell(processes, processes, words, path);
  return cell.fact === 'stated' ? wordsCell(cell.text, path) : cell;
}

function scalingWords({
  name,
  autoscaling,
  scaling,
}: {
  name: string;
  autoscaling?: unknown;
  scaling?: string | undefined;
}): string | undefined {
  if (autoscaling === 'none') return `${name}: no auto-scaling`;
  if (typeof autoscaling !== 'object' || autoscaling === null)
    return scaling === undefined ? undefined : `${name}: ${scaling}`;
  const by =
    'by' in autoscaling && typeof autoscaling.by === 'string'
      ? productName(autoscaling.by)
      : 'the platform';
  const rule =
    'rule' in autoscaling && typeof autoscaling.rule === 'string' ? `, ${autoscaling.rule}` : '';
  return `${name}: scaled by ${by}${rule}`;
}

function readExposure(view: InfraView): CellWords {
  const block = environmentOf(view)?.exposure;
  const path = `environments[${view.environment}].exposure`;
  const exposure = statedBlock(block);
  if (exposure === undefined) {
    const { state, text } = standingOf(block);
    return { text, fact: state, tone: state === 'not-stated' ? 'unknown' : 'neutral', path };
  }
  const { level, expected, enforcedBy, how, indexing } = exposure;
  const words = present([
    level && wordLabel(level),
    expected !== undefined && expected !== level && `should be ${wordLabel(expected)}`,
    enforcedBy && `enforced by ${enforcedBy === 'none' ? 'nothing' : wordLabel(enforcedBy)}`,
    how,
    indexing && `search engines ${indexing}`,
  ]);
  return wordsCell(words.join(', '), path);
}

function readInfrastructureAsCode(view: InfraView): CellWords {
  const block = environmentOf(view)?.infrastructureAsCode;
  const path = `environments[${view.environment}].infrastructureAsCode`;
  const stated = statedBlock(block);
  if (stated === undefined) {
    const { state, text } = standingOf(block);
    return { text, fact: state, tone: state === 'not-stated' ? 'unknown' : 'neutral', path };
  }
  return wordsCell(
    present([stated.tool && productName(stated.tool), stated.covers]).join(', '),
    path,
  );
}
