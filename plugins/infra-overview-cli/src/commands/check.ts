import { findSecrets } from 'backstage-plugin-infra-overview-common/secrets';
import type { Values } from '../arguments/options';
import { entityIndex } from '../catalogFiles/entityIndex';
import { readFiles } from '../catalogFiles/readFiles';
import { documentFindings } from '../check/documentFindings';
import { excusesIn } from '../check/excusesIn';
import { inOrder, type Finding } from '../check/finding';
import { githubLine, jsonText, summaryLine, textLine } from '../check/formats';
import { secretFindings } from '../check/secretFindings';
import { EXIT } from '../exitCode';
import type { World } from '../world';
import type { Command } from './command';

export const check: Command = {
  name: 'check',
  summary: 'Finds secrets in catalog files, and what is wrong with the documents in them.',
  details: [
    'Of a folder it reads every catalog file, and what it includes; a file that is named is searched whatever it is.',
    'No line of a file is ever shown: a finding is the file, the line and the rule.',
  ],
  words: { value: 'PATH', help: 'a folder or a file', many: true },
  options: ['format', 'json', 'allow', 'hints', 'help'],
  required: [],
  examples: [
    'check .',
    'check catalog-info.yaml --format github',
    'check . --allow app-config.yaml',
  ],
  run(values, world) {
    const excuses = values.allow === undefined ? [] : excusesIn(values.allow, world);
    const files = readFiles(values.words, world.files);
    const secrets = files.flatMap(file => secretFindings(file, excuses, world.now()));
    const leaky = new Set(secrets.map(({ file }) => file));
    // A problem may quote what an author wrote, so that a file with a secret is not judged further.
    const safe = files.filter(({ path }) => !leaky.has(path));
    const problems = documentFindings(safe, entityIndex(safe), world);
    const found = inOrder([...secrets, ...problems]);
    const shown = values.hints ? found : found.filter(({ severity }) => severity !== 'hint');
    report(shown, { files: files.length, hidden: found.length - shown.length }, values, world);
    return found.some(isToMend) ? EXIT.found : EXIT.done;
  },
};

function isToMend({ severity }: Finding): boolean {
  return severity === 'secret' || severity === 'error';
}

function report(
  findings: readonly Finding[],
  counts: { readonly files: number; readonly hidden: number },
  { format, json }: Values,
  { out, err }: World,
): void {
  const wanted = json ? 'json' : (format ?? 'text');
  const print = (text: string) =>
    out(
      findSecrets(text).length === 0
        ? text
        : 'A finding is not shown, since it would repeat a secret.',
    );
  if (wanted === 'json') {
    out(jsonText(findings, counts.files));
    return;
  }
  for (const finding of findings)
    print(wanted === 'github' ? githubLine(finding) : textLine(finding));
  err(summaryLine(findings, counts.files, counts.hidden));
}
