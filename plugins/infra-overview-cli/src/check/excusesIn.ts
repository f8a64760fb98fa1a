import { readExcuse, type Excuse } from 'backstage-plugin-infra-overview-common/secrets';
import { parseAllDocuments } from 'yaml';
import { wrongUse } from '../failure';
import type { World } from '../world';

const AT_MOST = 1024 * 1024;

/** Excuses of a file: the configuration of a portal, or a list alone. One that has ended is named on the way. */
export function excusesIn(path: string, { files, err, now }: World): readonly Excuse[] {
  if (files.kindOf(path) !== 'file') throw wrongUse(`There is no file ${path}.`);
  const bytes = files.read(path, AT_MOST);
  if (bytes === undefined) throw wrongUse(`${path} is larger than 1 MiB.`);
  return listIn(Buffer.from(bytes).toString('utf8'), path).map((written, index) => {
    const excuse = readExcuse(written);
    if ('problem' in excuse) throw wrongUse(`${path}: allow[${index}]${excuse.problem}.`);
    if (excuse.endsAt <= now())
      err(`${path}: allow[${index}] has ended and excuses nothing any more.`);
    return excuse;
  });
}

function listIn(text: string, path: string): readonly unknown[] {
  const [document] = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent' });
  if (document === undefined || document.errors.length > 0) throw wrongUse(`${path} is no YAML.`);
  const value: unknown = document.toJS();
  if (Array.isArray(value)) return value;
  const list = ['infraOverview', 'secretGate', 'allow'].reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value,
  );
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw wrongUse(`${path}: infraOverview.secretGate.allow is a list.`);
  return list;
}
