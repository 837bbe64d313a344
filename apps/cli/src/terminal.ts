/** Where the program writes: what was asked for goes to `out`, everything else to `err`, so that a pipe gets data only. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Widens nothing but the looks: the same text without colour when nobody watches. */
  readonly paint: Paint;
  readonly errIsWatched: boolean;
}

export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

const escape =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001B[${on}m${text}\u001B[${off}m`;

const plain = (text: string): string => text;

const COLOURED: Paint = {
  strong: escape(1, 22),
  faint: escape(2, 22),
  good: escape(32, 39),
  bad: escape(31, 39),
};
const PLAIN: Paint = { strong: plain, faint: plain, good: plain, bad: plain };

export const terminal = ({ stdout, stderr, env }: NodeJS.Process): Terminal => {
  // Whoever reads our output may have seen enough (`| head`): that is no error, and the work itself goes on.
  let heard = true;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    heard = false;
  });
  stderr.on('error', () => undefined);
  return {
    out: (text) => {
      if (heard) stdout.write(`${text}\n`);
    },
    err: (text) => {
      stderr.write(`${text}\n`);
    },
    paint: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? COLOURED : PLAIN,
    errIsWatched: stderr.isTTY && env.TERM !== 'dumb',
  };
};
