import packageJson from '../package.json';
import { closest } from 'backstage-plugin-infra-overview-cli/shared';
import { commandHelp, overallHelp } from './arguments/help';
import type { Values } from './arguments/options';
import { readArguments } from './arguments/readArguments';
import { COMMANDS } from './commands';
import type { Command } from './commands/command';
import { EXIT, type ExitCode } from './exitCode';
import { Failure, wrongUse } from './failure';
import { outputTo, type Output } from './output';
import type { World } from './world';

/** Runs one command line and says how it ended. Throws only for what cannot happen. */
export async function main(args: readonly string[], world: World): Promise<ExitCode> {
  const bare = outputTo(world, {
    json: false,
    hide: [world.env.DEPLOY_WINDOWS_TOKEN ?? ''].filter(isWorthHiding),
  });
  try {
    const asked = read(args);
    if (asked.type === 'text') {
      bare.answer('', asked.lines);
      return EXIT.done;
    }
    const values = readArguments(asked.rest, asked.command, world.env);
    if (values.help) {
      bare.answer('', commandHelp(asked.command));
      return EXIT.done;
    }
    return await run(asked.command, values, world);
  } catch (error) {
    return failed(error, bare);
  }
}

async function run(command: Command, values: Values, world: World): Promise<ExitCode> {
  const hide = [values.token ?? '', world.env.DEPLOY_WINDOWS_TOKEN ?? ''].filter(isWorthHiding);
  const output = outputTo(world, { json: values.json ?? values.format === 'json', hide });
  try {
    return await command.run(values, { world, output });
  } catch (error) {
    return failed(error, output);
  }
}

function failed(error: unknown, output: Output): ExitCode {
  if (!(error instanceof Failure)) throw error;
  if (output.json && error.body !== undefined) output.answer(error.body, []);
  for (const line of error.lines) output.note(line);
  return error.exitCode;
}

type Asked =
  | { readonly type: 'text'; readonly lines: readonly string[] }
  | { readonly type: 'command'; readonly command: Command; readonly rest: readonly string[] };

function read(args: readonly string[]): Asked {
  const words = args[0] === 'help' ? args.slice(1) : args;
  const isHelp = args[0] === 'help' || args.length === 0;
  const [first = ''] = words;
  if (first === '--version') return { type: 'text', lines: [packageJson.version] };
  if (isHelp && first === '') return { type: 'text', lines: overallHelp(COMMANDS) };
  if (first === '--help' || first === '-h') return { type: 'text', lines: overallHelp(COMMANDS) };

  const command = COMMANDS.find(({ name }) => begins(words, name));
  if (command !== undefined) {
    const rest = words.slice(command.name.split(' ').length);
    return { type: 'command', command, rest: isHelp ? ['--help'] : rest };
  }
  const group = groupOf(words);
  const next = words[group.words];
  if (group.words > 0 && (isHelp || next === '--help' || next === '-h'))
    return { type: 'text', lines: overallHelp(group.commands) };
  throw unknownCommand(words, group);
}

/** Whether a command line begins with the words of a name. */
function begins(words: readonly string[], name: string): boolean {
  return name.split(' ').every((word, index) => words[index] === word);
}

/** Commands that begin with what was typed, such as all of `lock`. */
interface Group {
  /** How many words they share with it. */
  readonly words: number;
  readonly commands: readonly Command[];
}

function groupOf(words: readonly string[]): Group {
  for (let count = Math.min(words.length, 2); count > 0; count -= 1) {
    const start = words.slice(0, count).join(' ');
    const commands = COMMANDS.filter(({ name }) => name.startsWith(`${start} `));
    if (commands.length > 0) return { words: count, commands };
  }
  return { words: 0, commands: [] };
}

function unknownCommand(words: readonly string[], group: Group): Failure {
  const way = 'deploy-windows --help lists all commands.';
  if (group.words > 0) {
    const start = words.slice(0, group.words).join(' ');
    const rest = group.commands.map(({ name }) => name.slice(start.length + 1)).join(', ');
    return wrongUse(
      `"${start}" needs a ${group.words === 1 ? 'second' : 'third'} word: ${rest}.`,
      way,
    );
  }
  const [first = '', second = ''] = words;
  // What is no plain word is not repeated: it might be a token in the wrong place.
  if (!/^[a-z][a-z-]{0,20}$/.test(first)) return wrongUse('The first word must be a command.', way);
  const names = COMMANDS.map(({ name }) => name);
  const near = closest(`${first} ${second}`.trim(), names) ?? closest(first, names);
  return wrongUse(
    `"${first}" is no command${near === undefined ? '.' : `; did you mean "${near}"?`}`,
    way,
  );
}

/** A portal takes no shorter token; hiding a short word would only garble the text. */
function isWorthHiding(token: string): boolean {
  return token.length >= 8;
}
