import { readPack, packId } from 'backstage-plugin-deploy-windows-common/readiness';
import { counted } from 'backstage-plugin-infra-overview-common';
import { EXIT } from '../exitCode';
import { packFile } from '../readiness/packsAsked';
import { knownPacks } from '../readiness/knownPacks';
import { packProblemLine } from '../words/packProblemLine';
import type { Command } from './command';

export const readinessPackLint: Command = {
  name: 'readiness pack lint',
  summary: 'Is a pack of checks right? All that a portal would find when it loads it.',
  words: [{ value: 'FILE', help: 'a pack' }],
  options: ['pack', 'format', 'help'],
  required: [],
  examples: [
    'readiness pack lint packs/acme-production.yaml',
    'readiness pack lint packs/acme-shop.yaml --pack packs/acme-production.yaml',
  ],
  exits: [
    '  0  nothing is wrong',
    '  1  something is wrong: each line names the file, the line, and what to write instead',
    '  2  wrong use, or there is no such file',
  ],
  async run(values, { world, output }) {
    const [file = ''] = values.words ?? [];
    const known = knownPacks(values, world.files);
    const { pack, problems } = readPack(packFile(file, world.files), {
      file,
      known: id => known.find(other => packId(other) === id),
    });
    const body = JSON.stringify({ pack: pack && packId(pack), problems });
    const wrong = problems.filter(({ severity }) => severity !== 'warning');
    output.answer(body, [
      ...problems.map(problem =>
        problem.severity === 'warning'
          ? `Look at this: ${packProblemLine(problem)}`
          : packProblemLine(problem),
      ),
      summary(pack, wrong.length),
    ]);
    return wrong.length === 0 ? EXIT.done : EXIT.blocked;
  },
};

function summary(pack: ReturnType<typeof readPack>['pack'], wrong: number): string {
  if (pack === undefined) return 'A portal refuses it.';
  const checks = counted(pack.checks.length, 'check');
  if (wrong === 0) return `${packId(pack)} is right: ${checks}.`;
  const broken = pack.checks.filter(check => check.broken !== undefined).length;
  return `${packId(pack)}: of ${checks} ${broken} cannot be asked; a portal asks the others.`;
}
