import type { Addon, PathNode, Process } from '../../document';
import type { InfraView } from '../../effective';
import { addonById } from '../databases';
import { environmentOf } from '../environmentOf';
import { activeItems } from '../facts';
import { itemTitle } from '../itemTitle';
import type { Tone } from '../tone';
import { describeInstances, isSingle } from '../words/describeInstances';
import { NOT_STATED } from '../words/emptiness';
import { productName } from '../words/productName';
import { capitalised, counted, present } from '../words/sentence';
import { wordLabel } from '../words/wordLabels';

export interface StepWords {
  readonly label: string;
  readonly sublabel?: string;
  readonly tone: Tone;
  readonly toneText?: string;
  /** Path of what the box stands for. */
  readonly element: string;
}

/** What is written on a box, from what the document says about the add-on or process behind it. */
export function stepWords(view: InfraView, node: PathNode): StepWords {
  const addon = addonById(view.document, node.addon);
  if (addon !== undefined) return addonWords(node, addon);
  const process = activeItems(environmentOf(view)?.processes).find(
    ({ name }) => name === node.process,
  );
  if (process !== undefined) return processWords(view, node, process);
  return plainWords(view, node);
}

function plainWords(view: InfraView, node: PathNode): StepWords {
  const platform = environmentOf(view)?.hosting?.platform;
  const byPlatform = node.kind === 'router' || node.kind === 'lb' || node.kind === 'proxy';
  const sublabel = present([
    node.variants?.join(', '),
    byPlatform && platform !== undefined && productName(platform),
  ]).join(', ');
  return {
    label: node.label ?? node.process ?? capitalised(wordLabel(node.kind)),
    tone: 'neutral',
    element: `requestPath.nodes[${node.id}]`,
    ...(sublabel !== '' && { sublabel }),
  };
}

function processWords(view: InfraView, node: PathNode, process: Process): StepWords {
  const { instances, size, failover, name } = process;
  const label = `${node.label ?? name}${instances === undefined ? '' : ` ×${describeInstances(instances)}`}`;
  const plan = environmentOf(view)?.hosting?.plan;
  const alone =
    isSingle(instances) &&
    failover !== 'automatic' &&
    process.role !== 'one-off' &&
    process.role !== 'release';
  const sublabel = size ?? plan;
  return {
    label,
    element: `environments[${view.environment}].processes[${name}]`,
    tone: alone ? 'warning' : 'neutral',
    ...(alone && { toneText: 'one instance' }),
    ...(sublabel !== undefined && { sublabel }),
  };
}

function addonWords(node: PathNode, addon: Addon): StepWords {
  const verdict = verdictOf(addon);
  const { instances, replicas } = addon.availability ?? {};
  const sublabel = present([
    addon.plan,
    instances !== undefined && instances > 1 && counted(instances, 'instance'),
    replicas !== undefined && replicas > 0 && counted(replicas, 'replica'),
    verdict.toneText,
    addon.plan === undefined &&
      verdict.toneText === undefined &&
      addon.category !== undefined &&
      wordLabel(addon.category),
  ]).join(', ');
  return {
    label: node.label ?? itemTitle(addon),
    element: `addons[${addon.id}]`,
    ...verdict,
    ...(sublabel !== '' && { sublabel }),
  };
}

// Failover matters where data lies; an APM that stops is no incident.
function verdictOf({ category, availability = {} }: Addon): {
  readonly tone: Tone;
  readonly toneText?: string;
} {
  const { failover, redundancy } = availability;
  if (failover === 'automatic' || (failover === undefined && redundancy === 'managed'))
    return { tone: 'good' };
  if (failover === 'manual') return { tone: 'warning', toneText: 'manual failover' };
  if (failover === 'none' || redundancy === 'none') return { tone: 'bad', toneText: 'no failover' };
  return category === 'database'
    ? { tone: 'unknown', toneText: `failover ${NOT_STATED}` }
    : { tone: 'neutral' };
}
