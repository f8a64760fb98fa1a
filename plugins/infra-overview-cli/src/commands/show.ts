import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { environmentNames, toMarkdown } from 'backstage-plugin-infra-overview-common';
import { closest } from '../arguments/closest';
import { entityIndex } from '../catalogFiles/entityIndex';
import { overviewOf } from '../catalogFiles/overviewOf';
import { readFiles } from '../catalogFiles/readFiles';
import { textLine } from '../check/formats';
import { secretFindings } from '../check/secretFindings';
import { EXIT } from '../exitCode';
import { wrongUse } from '../failure';
import type { Command } from './command';

export const show: Command = {
  name: 'show',
  summary: 'Prints the infrastructure page of one entity as Markdown, from files alone.',
  details: ['Files with a secret are not read: they are named, and the page is made without them.'],
  words: { value: 'PATH', help: 'a folder or a file', many: true },
  options: ['entity', 'environment', 'help'],
  required: ['entity'],
  examples: [
    'show catalog --entity component:default/web',
    'show . --entity system:default/shop --environment staging',
  ],
  run({ words, entity = '', environment }, world) {
    const ref = refOf(entity);
    const files = readFiles(words, world.files);
    const secrets = files.flatMap(file => secretFindings(file, [], world.now()));
    const leaky = new Set(secrets.map(({ file }) => file));
    for (const finding of secrets) world.err(textLine(finding));

    const index = entityIndex(files.filter(({ path }) => !leaky.has(path)));
    const placed = index.entities.get(ref);
    if (placed === undefined) {
      const near = closest(ref, [...index.entities.keys()]);
      throw wrongUse(
        `None of the files holds that entity${near === undefined ? '.' : `; did you mean ${near}?`}`,
      );
    }
    const { overview, isComplete } = overviewOf(placed, index, world);
    if (!isComplete)
      world.err('Something above it is not among the files: the page is made without it.');
    const names = overview.effective === undefined ? [] : environmentNames(overview.effective);
    const name =
      environment === undefined
        ? names[0]
        : names.find(known => known.toLowerCase() === environment.toLowerCase());
    if (environment !== undefined && name === undefined)
      throw wrongUse(
        `It has no such environment; it has ${names.length === 0 ? 'none' : names.join(', ')}.`,
      );
    world.out(toMarkdown(overview, name ?? '', world.now()).trimEnd());
    return secrets.length === 0 ? EXIT.done : EXIT.found;
  },
};

function refOf(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw wrongUse('--entity is an entity with its kind, such as component:default/web.');
  }
}
