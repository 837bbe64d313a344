/** The one look of a bar: on stderr, gone when the work is done. For terminals only; callers ask first. */
import { SingleBar } from 'cli-progress';

export const progressBar = (format: string): SingleBar =>
  new SingleBar({
    format: `  ${format}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 30,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
