// One line of a shell, as a group of processes that is ended as a whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const ENDS_WITHIN_MS = 30_000;

/** @param onText gets what it prints, which is shown here as well. */
export const startLine = (line, { cwd, env, onText = () => undefined }) => {
  console.log(`$ ${line}`);
  const child = spawn('sh', ['-c', line], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.setEncoding('utf8').on('data', (text) => {
    onText(text);
    process.stdout.write(text);
  });
  const ended = once(child, 'close').then(([code]) => code);
  const running = () => child.exitCode === null && child.signalCode === null;
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
      return true;
    } catch {
      return false;
    }
  };
  return {
    ended,
    running,
    /** Whether all of it ended in time when it was asked to. */
    async stop() {
      const until = Date.now() + ENDS_WITHIN_MS;
      signal('SIGTERM');
      while (signal(0) && Date.now() < until) await pause(100);
      if (!signal('SIGKILL')) return true;
      while (signal(0)) await pause(100);
      return false;
    },
  };
};
