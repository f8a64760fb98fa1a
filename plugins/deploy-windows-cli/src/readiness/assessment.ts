import {
  BASICS,
  packId,
  type FirstSeen,
  type Instant,
  type Subject,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { counted } from 'backstage-plugin-infra-overview-common';
import type { Values } from '../arguments/options';
import { readFiles, type CatalogFiles } from '../catalogFiles/readFiles';
import { wrongUse } from '../failure';
import type { World } from '../world';
import { answersFile } from './answersFile';
import { casesOf, type SubjectCase } from './casesOf';
import type { FileProblem } from './documentsIn';
import { judgeFiles, type JudgedCase } from './judgeFiles';
import { orgOf } from './orgOf';
import { packsAsked, type PacksAsked } from './packsAsked';
import { sourcesIn } from './sourcesIn';

/** All that is judged in some files, and what of them could not be read. */
export interface Assessment {
  readonly now: Instant;
  readonly files: CatalogFiles;
  readonly cases: readonly JudgedCase[];
  readonly problems: readonly FileProblem[];
  readonly packs: PacksAsked;
  /** What the answers do not know. */
  readonly caveats: readonly string[];
}

export interface AssessmentOptions {
  readonly now: Instant;
  readonly firstSeen?: (subject: Subject) => FirstSeen;
}

const NEVER_SEEN = () => () => undefined;

/** Reads files, people, packs and answers, and judges every subject among the files. */
export function assessment(
  paths: readonly string[],
  values: Values,
  world: Pick<World, 'files' | 'digest'>,
  { now, firstSeen = NEVER_SEEN }: AssessmentOptions,
): Assessment {
  const files = readFiles(paths, world.files);
  const people = values.org === undefined ? files : readFiles(values.org, world.files);
  const org = orgOf(people.entities.values());
  if (values.org !== undefined && Object.keys({ ...org.users, ...org.groups }).length === 0)
    throw wrongUse(`--org: no User or Group is in ${values.org.join(', ')}.`);
  const packs = packsAsked(values, world.files);
  const records = answersFile(values.answers, world.files);
  const { sources, problems } = sourcesIn(files);
  const cases = sources.flatMap(source =>
    casesOf(source, { org, records, firstSeen, packs: packs.packs, config: packs.config }),
  );
  return {
    now,
    files,
    problems,
    packs,
    cases: judgeFiles(cases, { org, now, digest: world.digest }),
    caveats: [
      ...notAsked(cases, packs),
      ...(values.answers === undefined
        ? [
            'Without --answers, answers of people come from conformance[] of the documents alone: no confirmation or waiver of a portal counts.',
          ]
        : []),
      'Dependencies outside the files are not known, nor is what only a running service shows.',
      ...(Object.keys(org.groups).length === 0
        ? [
            'No User or Group is among the files, so nobody is reached by anything: name them with --org.',
          ]
        : []),
    ],
  };
}

/** Where only the basics are asked nothing is assessed: said once, with the way out. */
function notAsked(cases: readonly SubjectCase[], { packs }: PacksAsked): readonly string[] {
  const bare = cases.filter(one => one.packs.length < 2);
  if (bare.length === 0) return [];
  const names = packs.map(packId).filter(id => !id.startsWith(`${BASICS}@`));
  return [
    `Of ${counted(bare.length, 'subject')} no pack is asked: name one in checklists[].pack of a document above them, or with --ask (${names.join(', ')}) or --pack FILE.`,
  ];
}
