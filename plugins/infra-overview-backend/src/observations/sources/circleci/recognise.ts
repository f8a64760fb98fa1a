/** What a command does to an environment, as far as it is known. No text of the command is kept. */
export type Action =
  | {
      readonly kind: 'deploy';
      readonly platform: string;
      readonly target?: string;
      readonly artifact?: 'slug' | 'container' | 'static' | 'package';
      readonly processes?: readonly string[];
      /** A git remote, or whatever else stands for the target. */
      readonly remote?: string;
    }
  | { readonly kind: 'maintenance'; readonly mode: 'on' | 'off'; readonly target?: string }
  | { readonly kind: 'migrate'; readonly target?: string }
  | { readonly kind: 'backup'; readonly target?: string }
  | { readonly kind: 'restore'; readonly target?: string }
  | { readonly kind: 'promote'; readonly target?: string; readonly to?: string }
  | { readonly kind: 'check'; readonly host?: string; readonly path: string }
  | { readonly kind: 'script'; readonly path: string; readonly arguments: readonly string[] };

const APP = /^[a-z][a-z0-9-]{1,40}$/;
const PROCESS = /^[a-z][a-z0-9_-]{0,30}$/i;
const MIGRATIONS = [
  /\brake\s+(?:-\S+\s+)*db:(?:migrate|seed)/,
  /\brails\s+db:(?:migrate|seed|prepare)/,
  /^(?:npm|yarn|npx|pnpm)\s+(?:run\s+)?(?:db:)?migrat(?:e|ions?)\b/,
  /\bsequelize(?:-cli)?\s+db:(?:migrate|seed)/,
  /\bknex\s+migrate:latest/,
  /\bflyway\s+(?:\S+\s+)*migrate/,
  /\bmanage\.py\s+migrate/,
  /\balembic\s+upgrade/,
  /\bprisma\s+migrate\s+deploy/,
  /\bdb-migrate\s+up/,
];

/** A simple command as words → what it does; undefined where it means nothing to a deploy. */
export function recognise(words: readonly string[]): Action | undefined {
  const [program = '', ...rest] = words;
  switch (program.replace(/^.*\//, '')) {
    case 'git':
      return rest[0] === 'push' ? pushed(rest.slice(1)) : undefined;
    case 'heroku':
      return heroku(rest);
    case 'docker':
      return rest[0] === 'push' ? pushedImage(rest.slice(1)) : undefined;
    case 'curl':
    case 'wget':
      return asked(rest);
    case 'aws':
      return amazon(rest);
    case 'kubectl':
      return ['apply', 'rollout', 'set'].includes(rest[0] ?? '')
        ? to('kubernetes', option(rest, '-n', '--namespace'))
        : undefined;
    case 'helm':
      return ['upgrade', 'install'].includes(rest[0] ?? '')
        ? to('kubernetes', bare(rest.slice(1))[0])
        : undefined;
    case 'cf':
      return rest[0] === 'push' ? to('cloud-foundry', bare(rest.slice(1))[0]) : undefined;
    case 'terraform':
      return rest.includes('apply') ? to('terraform', undefined) : undefined;
    case 'pg_restore':
      return { kind: 'restore' };
    case 'bash':
    case 'sh':
    case 'source':
    case '.':
      return script(rest);
    default:
      if (MIGRATIONS.some(pattern => pattern.test(words.join(' ')))) return { kind: 'migrate' };
      return script(words);
  }
}

function heroku(words: readonly string[]): Action | undefined {
  const [verb = ''] = words;
  const target = appOf(words);
  const known = target === undefined ? {} : { target };
  switch (verb) {
    case 'maintenance:on':
      return { kind: 'maintenance', mode: 'on', ...known };
    case 'maintenance:off':
      return { kind: 'maintenance', mode: 'off', ...known };
    case 'container:release':
      return {
        kind: 'deploy',
        platform: 'heroku',
        artifact: 'container',
        processes: bare(words.slice(1)).filter(word => PROCESS.test(word)),
        ...known,
      };
    case 'run':
    case 'run:detached':
      return MIGRATIONS.some(pattern => pattern.test(ranIn(words)))
        ? { kind: 'migrate', ...known }
        : undefined;
    case 'pg:backups:capture':
      return { kind: 'backup', ...known };
    case 'pg:backups':
      return words[1] === 'capture' ? { kind: 'backup', ...known } : undefined;
    case 'pg:backups:restore':
      return { kind: 'restore', ...known };
    case 'pipelines:promote': {
      const next = option(words, '-t', '--to');
      const isApp = next !== undefined && APP.test(next);
      return { kind: 'promote', ...known, ...(isApp && { to: next }) };
    }
    default:
      return undefined;
  }
}

/** What `heroku run` runs; its own options go before it, and it may be one word in quotes. */
function ranIn(words: readonly string[]): string {
  return words
    .slice(1)
    .filter(word => !word.startsWith('-'))
    .join(' ');
}

function pushed(words: readonly string[]): Action | undefined {
  const url = words.find(word => /heroku\.com[/:]/.test(word));
  if (url !== undefined) {
    const app = /heroku\.com[/:]([^/\s]+?)(?:\.git)?$/.exec(url)?.[1];
    return {
      kind: 'deploy',
      platform: 'heroku',
      artifact: 'slug',
      ...(app !== undefined && APP.test(app) && { target: app }),
    };
  }
  const [remote] = bare(words);
  return remote !== undefined && /heroku|staging|production|dokku/.test(remote) && APP.test(remote)
    ? { kind: 'deploy', platform: 'heroku', artifact: 'slug', remote }
    : undefined;
}

function pushedImage(words: readonly string[]): Action | undefined {
  const image = /^registry\.heroku\.com\/([^/]+)\/([^/:]+)/.exec(bare(words)[0] ?? '');
  if (!image) return undefined;
  const [, app = '', process = ''] = image;
  return {
    kind: 'deploy',
    platform: 'heroku',
    artifact: 'container',
    ...(APP.test(app) && { target: app }),
    ...(PROCESS.test(process) && { processes: [process] }),
  };
}

/** Of an address only host and path: a query or a user name may hold what nobody should read here. */
function asked(words: readonly string[]): Action | undefined {
  const address = words.find(word => /^https?:\/\//.test(word));
  const parts = address === undefined ? null : /^https?:\/\/([^/?#]+)([^?#]*)/.exec(address);
  if (!parts) return undefined;
  const [, authority = '', path = ''] = parts;
  const host = authority.replace(/^.*@/, '').replace(/:\d+$/, '').toLowerCase();
  const isLiteral = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host);
  if (!isLiteral && !authority.includes('$')) return undefined;
  return {
    kind: 'check',
    path: /^[/\w.-]*$/.test(path) && path !== '' ? path : '/',
    ...(isLiteral && { host }),
  };
}

function amazon(words: readonly string[]): Action | undefined {
  const [service, verb] = words;
  if (service === 'ecs' && verb === 'update-service') return to('ecs', option(words, '--service'));
  if (service === 's3' && verb === 'sync')
    return { kind: 'deploy', platform: 's3', artifact: 'static' };
  if (service === 'deploy' && verb === 'create-deployment')
    return to('codedeploy', option(words, '--application-name'));
  if (service === 'lambda' && verb === 'update-function-code')
    return to('lambda', option(words, '--function-name'));
  return undefined;
}

function to(platform: string, target: string | undefined): Action {
  const isName = target !== undefined && /^[\w.-]{1,80}$/.test(target);
  return { kind: 'deploy', platform, ...(isName && { target }) };
}

function script(words: readonly string[]): Action | undefined {
  const [path, ...rest] = words;
  if (
    path === undefined ||
    !/^\.{0,2}\/?[\w./-]+\.sh$|^\.\/[\w./-]+$|^(?:bin|script|scripts)\/[\w./-]+$/.test(path)
  )
    return undefined;
  return { kind: 'script', path, arguments: rest };
}

function appOf(words: readonly string[]): string | undefined {
  const app = option(words, '-a', '--app');
  return app !== undefined && APP.test(app) ? app : undefined;
}

function option(words: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    if (names.includes(word)) return words[index + 1];
    const name = names.find(known => word.startsWith(`${known}=`));
    if (name !== undefined) return word.slice(name.length + 1);
  }
  return undefined;
}

const TAKES_VALUE = new Set(['-a', '--app', '-n', '--namespace', '-r', '--remote', '-t', '--to']);

function bare(words: readonly string[]): readonly string[] {
  return words.filter(
    (word, index) => !word.startsWith('-') && !TAKES_VALUE.has(words[index - 1] ?? ''),
  );
}
