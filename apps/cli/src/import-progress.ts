/** How far an import has come, for whoever watches. Without a terminal there is no bar, and the lines are the same. */
import { progressBar } from './progress-bar.ts';
import type { Terminal } from './terminal.ts';

export interface ImportProgress {
  update(bytes: number, rows: number): void;
  /** A line of text that the bar does not write over. */
  say(line: string): void;
  stop(): void;
}

const SECOND = 1000;

export const importProgress = (terminal: Terminal, totalBytes: number | null): ImportProgress => {
  if (!terminal.errIsWatched) return { update: () => undefined, say: terminal.err, stop: () => undefined };
  const began = performance.now();
  const counts = '{rows} rows  {rate} rows/s';
  const bar = progressBar(totalBytes === null ? counts : `{bar}  {percentage} %  ${counts}`);
  bar.start(totalBytes ?? 1, 0, { rows: 0, rate: 0 });
  return {
    update: (bytes, rows) => {
      const seconds = (performance.now() - began) / SECOND;
      bar.update(totalBytes === null ? 0 : bytes, {
        rows,
        rate: Math.round(rows / Math.max(seconds, 0.001)),
      });
    },
    // Clears the line first; the bar draws itself again below.
    say: (line) => terminal.err(`\r\u001B[K${line}`),
    stop: () => bar.stop(),
  };
};
