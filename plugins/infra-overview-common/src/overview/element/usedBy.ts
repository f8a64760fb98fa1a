import type { InfraView } from '../../effective';
import { statedBlock } from '../facts';
import { drawPath } from '../path/drawPath';
import { fieldLabel } from '../words/fieldLabel';
import { lookup } from '../words/lookup';
import type { Mention } from './elementDetail';
import { mentionOf } from './mention';
import { referencesIn } from './references';

// What a reference means, from the side of the one that is named and of the one that names.
const WORDS: Readonly<Record<string, readonly [usedBy: string, uses: string]>> = {
  'addons.storedIn': ['keeps its data here', 'keeps its data there'],
  'addons.credentials': ['needs it', 'a credential it needs'],
  'backups.of': ['a backup of it', 'what it backs up'],
  'backups.procedure': ['is restored this way', 'how it is restored'],
  'credentialLocations.appliesTo': ['a credential for it', 'needs this credential'],
  'domains.tls.terminatesAt': ['TLS ends here', 'where TLS ends'],
  'observability.logs.to': ['sends logs here', 'where the logs go'],
  'observability.monitors.addon': ['is run by it', 'what runs it'],
  'observability.monitors.target': ['watches it', 'what it watches'],
  'observability.alerts.monitors': ['tells people about it', 'what sets it off'],
  'observability.alerts.source': ['is found by it', 'what finds it'],
  'observability.alerts.runbook': ['is answered this way', 'what to do'],
  'environments.hosting.platform': ['runs on it', 'the platform it runs on'],
  'environments.hosting.accountRef': ['runs in this account', 'the account it runs in'],
  'environments.processes.autoscaling.by': ['is scaled by it', 'what scales it'],
  'environments.deploy.from': ['is promoted from here', 'where it is promoted from'],
  'environments.deploy.procedure': ['is deployed this way', 'how it is deployed'],
  'environments.deploy.rollback': ['goes back this way', 'the way back'],
  'accounts.protectBy': ['is kept this way', 'how things are kept'],
  'environments.deploy.windows.audience': ['an agreed time of theirs', 'whose time it is'],
  'deployPolicy.windows.audience': ['an agreed time of theirs', 'whose time it is'],
  'jobs.runner': ['runs on it', 'what runs it'],
  'conformance.item': ['answers it', 'what it answers'],
};

// The request path is told by its arrows; scopes say where a thing holds, not that it needs the place.
const isTold = (field: string) =>
  field.startsWith('requestPath.') || field.endsWith('.environments');

// The drawer has lists of their own for these.
const SHOWN_APART = new Set([
  'backups.of',
  'credentialLocations.appliesTo',
  'observability.alerts.source',
  'observability.alerts.monitors',
]);

/** Everything that needs the element: by reference, or by an arrow of the request path. */
export function usedBy(view: InfraView, paths: readonly string[]): readonly Mention[] {
  const found = referencesIn(view.document).filter(({ field, target, holder }) => {
    if (isTold(field) || SHOWN_APART.has(field)) return false;
    return paths.includes(target) && !paths.includes(holder);
  });
  return distinct([
    ...arrows(view, paths, 'to'),
    ...found.map(({ field, holder }) =>
      mentionOf(view, holder, lookup(WORDS, field)?.[0] ?? words(field)),
    ),
  ]);
}

/** Everything the element needs. */
export function uses(view: InfraView, paths: readonly string[]): readonly Mention[] {
  const found = referencesIn(view.document).filter(({ field, target, holder }) => {
    if (isTold(field) || field === 'addons.credentials') return false;
    return paths.includes(holder) && !paths.includes(target);
  });
  return distinct([
    ...arrows(view, paths, 'from'),
    ...found.map(({ field, target }) =>
      mentionOf(view, target, lookup(WORDS, field)?.[1] ?? words(field)),
    ),
  ]);
}

function words(field: string): string {
  return `named under “${fieldLabel(field.slice(field.lastIndexOf('.') + 1))}”`;
}

function arrows(view: InfraView, paths: readonly string[], side: 'from' | 'to'): Mention[] {
  if (statedBlock(view.document.requestPath) === undefined) return [];
  const { edges, steps } = drawPath(view);
  const other = side === 'to' ? 'from' : 'to';
  return edges.flatMap(edge => {
    if (
      !paths.includes(`requestPath.nodes[${edge[side]}]`) ||
      paths.includes(`requestPath.nodes[${edge[other]}]`)
    )
      return [];
    const step = steps.find(({ id }) => id === edge[other]);
    if (step === undefined) return [];
    const text = side === 'to' ? 'calls it' : 'is called by it';
    return [
      {
        path: step.element,
        title: step.label,
        text: edge.label === undefined ? text : `${text}: ${edge.label}`,
      },
    ];
  });
}

function distinct(mentions: readonly Mention[]): readonly Mention[] {
  return [
    ...new Map(mentions.map(mention => [`${mention.path} ${mention.text}`, mention])).values(),
  ];
}
