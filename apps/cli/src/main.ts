/** The program `pledgeline`: hands the process to the commands, and turns signals and endings into exit codes. */
import { EXIT } from './exit-codes.ts';
import { run } from './program.ts';
import { terminal } from './terminal.ts';

const interrupted = new AbortController();

process.on('SIGINT', () => {
  // The second one does not wait for what is under way.
  if (interrupted.signal.aborted) process.exit(EXIT.interrupted);
  interrupted.abort();
});

process.exitCode = await run(process.argv.slice(2), terminal(process), interrupted.signal).catch(
  (error: unknown) => {
    console.error(error);
    return EXIT.broken;
  },
);
