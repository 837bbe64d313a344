/** The program `pledgeline`: hands the process to the commands, and turns signals and endings into exit codes. */
import { inspect } from 'node:util';
import { EXIT } from './exit-codes.ts';
import { run } from './program.ts';
import { terminal } from './terminal.ts';

/** One Ctrl-C arrives several times where launchers hand on what the terminal has sent to all of them. */
const SAME_KEYSTROKE_MS = 500;

const interrupted = new AbortController();
let firstAt = 0;

process.on('SIGINT', () => {
  firstAt ||= performance.now();
  interrupted.abort();
  // A second one does not wait for what is under way.
  if (performance.now() - firstAt > SAME_KEYSTROKE_MS) process.exit(EXIT.interrupted);
});

const watched = terminal(process);
process.exitCode = await run(process.argv.slice(2), watched, interrupted.signal).catch((error: unknown) => {
  watched.err(inspect(error).split('\n'));
  return EXIT.broken;
});
