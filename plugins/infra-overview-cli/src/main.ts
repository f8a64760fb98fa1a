import packageJson from '../package.json';
import { closest } from './arguments/closest';
import { commandHelp, overallHelp } from './arguments/help';
import { readArguments } from './arguments/readArguments';
import { COMMANDS } from './commands';
import { EXIT, type ExitCode } from './exitCode';
import { Failure, wrongUse } from './failure';
import type { World } from './world';

/** Runs one command line and says how it ended. Throws only for what cannot happen. */
export function main(args: readonly string[], world: World): ExitCode {
  try {
    return run(args, world);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const line of error.lines) world.err(line);
    return EXIT.wrongUse;
  }
}

function run(args: readonly string[], world: World): ExitCode {
  const isHelp = args[0] === 'help';
  const [first, ...rest] = isHelp ? args.slice(1) : args;
  if (first === '--version') return say([packageJson.version], world);
  if (first === undefined || first === '--help' || first === '-h')
    return say(overallHelp(COMMANDS), world);
  const command = COMMANDS.find(({ name }) => name === first);
  if (command === undefined) throw unknownCommand(first);
  const values = isHelp ? { words: [], help: true as const } : readArguments(rest, command);
  return values.help ? say(commandHelp(command), world) : command.run(values, world);
}

function say(lines: readonly string[], { out }: World): ExitCode {
  for (const line of lines) out(line);
  return EXIT.done;
}

function unknownCommand(word: string): Failure {
  const way = 'infra --help lists all commands.';
  // What is no plain word is not repeated: it might be a secret in the wrong place.
  if (!/^[a-z][a-z-]{0,20}$/.test(word)) return wrongUse('The first word must be a command.', way);
  const near = closest(
    word,
    COMMANDS.map(({ name }) => name),
  );
  return wrongUse(
    `"${word}" is no command${near === undefined ? '.' : `; did you mean "${near}"?`}`,
    way,
  );
}
