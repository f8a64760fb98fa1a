import { EXIT } from './exitCode';
import { main } from './main';
import { nodeWorld } from './nodeWorld';

// The one file that acts on being loaded: what the command is started from, and released from.

// Whoever reads may have seen enough, such as `head`: the exit code still counts.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: Error & { code?: string }) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

Promise.resolve()
  .then(() => main(process.argv.slice(2), nodeWorld()))
  .then(
    code => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // A mistake of ours. Its message may quote anything, so only its place is shown.
      const places =
        error instanceof Error
          ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
          : [];
      process.stderr.write(
        ['This should not happen; please report it with these lines:', ...places, ''].join('\n'),
      );
      process.exitCode = EXIT.wrongUse;
    },
  );
