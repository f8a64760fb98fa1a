// The pure core on the largest example, from parsed entities: the answers are checked before they are timed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  chainOf,
  effectiveInfra,
  environmentMatrix,
  fourAnswers,
  readInfraDocument,
  viewOf,
  type ChainLink,
} from 'backstage-plugin-infra-overview-common';
import { parseAllDocuments } from 'yaml';

const FOLDER = 'catalog/tts';
const START = 'component:default/permit-intake-web';
const NOW = Date.UTC(2026, 10, 24);

const entities = new Map<string, Entity>();
const texts: string[] = [];
for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.yaml'))) {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  texts.push(text);
  for (const document of parseAllDocuments(text)) {
    const entity: Entity = document.toJS();
    entities.set(stringifyEntityRef(entity), entity);
  }
}

const read = (ref: string): readonly ChainLink[] =>
  chainOf(entities, ref).links.map(({ entityRef, level, entity }) => {
    const result = readInfraDocument(entity.spec?.infra);
    return { entityRef, level, ...(result.outcome === 'read' && { document: result.document }) };
  });

const links = read(START);
const effective = effectiveInfra(links);
const view = viewOf(effective, 'production');
if (links.length < 3 || fourAnswers(view, NOW).length !== 4)
  throw new Error('The example is not what it was');

function median(task: () => unknown, runs: number): number {
  for (let run = 0; run < runs / 5; run++) task();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    task();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const floor = median(() => texts.map(text => parseAllDocuments(text)), 20);
const rows: readonly (readonly [string, number])[] = [
  ['parse the YAML of the organisation (the floor)', floor],
  ['read its documents, from parsed entities', median(() => read(START), 100)],
  ['effective document, from read documents', median(() => effectiveInfra(links), 300)],
  ['the document as one environment sees it', median(() => viewOf(effective, 'production'), 300)],
  ['environments compared', median(() => environmentMatrix(effective), 100)],
];
console.log('| on the largest example (TTS) | p50 | against the floor |\n|---|---|---|');
for (const [name, time] of rows)
  console.log(`| ${name} | ${time.toFixed(3)} ms | ${(time / floor).toFixed(3)} × |`);
