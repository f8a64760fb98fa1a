import { textOf, textsOf } from '../resource';
import { aliasesByHost } from './dns';
import { plainHost } from './host';
import { fieldsOf, type Mapper } from './mapper';
import type { ResourceSet } from './resourceSet';

const MOST_LINES = 50;
const MOST_STEPS = 6;
const LONGEST_LINE = 800;

/** What a request passes, as far as a state tells, for authors to draw: never compared. */
export const requestPath: Mapper = resources => {
  const leads = nextSteps(resources);
  const words = productWords(resources);
  const reached = new Set([...leads.values()].flatMap(targets => [...targets]));
  const lines: string[] = [];
  for (const start of leads.keys()) {
    if (reached.has(start)) continue;
    for (const path of pathsFrom(start, leads)) {
      if (lines.length === MOST_LINES) break;
      const line = path.map(host => words.get(host) ?? host).join(' → ');
      if (line.length <= LONGEST_LINE) lines.push(line);
    }
  }
  return { fields: fieldsOf({ 'observed.requestPath': lines.length > 0 ? lines : undefined }) };
};

function nextSteps(resources: ResourceSet): ReadonlyMap<string, ReadonlySet<string>> {
  const leads = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const targets = leads.get(from) ?? new Set();
    leads.set(from, targets.add(to));
  };
  for (const [host, targets] of aliasesByHost(resources))
    for (const target of targets) add(host, target);
  for (const distribution of resources.of('aws_cloudfront_distribution')) {
    const own = textOf(distribution, 'domain_name');
    if (own === undefined) continue;
    for (const alias of textsOf(distribution, 'aliases[]')) add(plainHost(alias), plainHost(own));
    for (const origin of textsOf(distribution, 'origin[].domain_name'))
      add(plainHost(own), plainHost(origin));
  }
  return leads;
}

function productWords(resources: ResourceSet): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const name = (product: string, ...types: readonly string[]) => {
    for (const resource of resources.of(...types)) {
      const host = textOf(resource, types.includes('aws_elb') ? 'dns_name' : 'domain_name');
      if (host !== undefined) words.set(plainHost(host), `${product} (${plainHost(host)})`);
    }
  };
  name('aws-cloudfront', 'aws_cloudfront_distribution');
  name('aws-elb', 'aws_lb', 'aws_alb', 'aws_elb');
  return words;
}

/** Names may lead in circles, and in many ways to one place. */
function pathsFrom(
  start: string,
  leads: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly string[])[] {
  const done: string[][] = [];
  const waiting: string[][] = [[start]];
  while (waiting.length > 0 && done.length < MOST_LINES) {
    const path = waiting.pop() ?? [];
    const next = [...(leads.get(path.at(-1) ?? '') ?? [])].filter(host => !path.includes(host));
    if (next.length === 0 || path.length === MOST_STEPS) done.push(path);
    else for (const host of next.toReversed()) waiting.push([...path, host]);
  }
  return done;
}
