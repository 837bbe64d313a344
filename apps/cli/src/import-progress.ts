/** How far an import has come, for the person who watches. Without a terminal there is no bar, and the lines are the same. */
import { progressBar } from './progress-bar.ts';
import type { Terminal } from './terminal.ts';

export interface ImportProgress {
  readonly update: (rows: number) => void;
  /** A line of text that the bar does not write over. */
  readonly say: (line: string) => void;
  readonly stop: () => void;
}

const SECOND = 1000;

/** @param total rows; null where nobody knows. */
export const importProgress = (terminal: Terminal, total: number | null): ImportProgress => {
  if (!terminal.errIsWatched) return { update: () => undefined, say: terminal.err, stop: () => undefined };
  const began = performance.now();
  const counts = '{rows} rows  {rate} rows/s';
  const bar = progressBar(total === null ? counts : `{bar}  {percentage} %  ${counts}`);
  bar.start(Math.max(total ?? 1, 1), 0, { rows: 0, rate: 0 });
  return {
    update: (rows) => {
      const seconds = (performance.now() - began) / SECOND;
      bar.update(total === null ? 0 : rows, {
        rows,
        rate: Math.round(rows / Math.max(seconds, 0.001)),
      });
    },
    say: terminal.errOverBar,
    stop: () => bar.stop(),
  };
};
