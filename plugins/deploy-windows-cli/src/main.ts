import packageJson from '../package.json';
import { closest } from './arguments/closest';
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
  const output = outputTo(world, { json: values.json ?? false, hide });
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
  const [first = '', second = ''] = words;
  if (first === '--version') return { type: 'text', lines: [packageJson.version] };
  if (isHelp && first === '') return { type: 'text', lines: overallHelp(COMMANDS) };
  if (first === '--help' || first === '-h') return { type: 'text', lines: overallHelp(COMMANDS) };

  const command = COMMANDS.find(({ name }) => name === first || name === `${first} ${second}`);
  if (command !== undefined) {
    const rest = words.slice(command.name.split(' ').length);
    return { type: 'command', command, rest: isHelp ? ['--help'] : rest };
  }
  const group = COMMANDS.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length > 0 && (isHelp || second === '--help' || second === '-h'))
    return { type: 'text', lines: overallHelp(group) };
  throw unknownCommand(first, second, group);
}

function unknownCommand(first: string, second: string, group: readonly Command[]): Failure {
  const way = 'deploy-windows --help lists all commands.';
  if (group.length > 0) {
    return wrongUse(
      `"${first}" needs a second word: ${group.map(({ name }) => name.slice(first.length + 1)).join(', ')}.`,
      way,
    );
  }
  // What is no plain word is not repeated: it might be a token in the wrong place.
  if (!/^[a-z][a-z-]{0,20}$/.test(first)) return wrongUse('The first word must be a command.', way);
  const near =
    closest(
      `${first} ${second}`.trim(),
      COMMANDS.map(({ name }) => name),
    ) ??
    closest(
      first,
      COMMANDS.map(({ name }) => name),
    );
  return wrongUse(
    `"${first}" is no command${near === undefined ? '.' : `; did you mean "${near}"?`}`,
    way,
  );
}

/** A portal takes no shorter token; hiding a short word would only garble the text. */
function isWorthHiding(token: string): boolean {
  return token.length >= 8;
}
