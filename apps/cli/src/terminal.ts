/**
 * Where the program writes, and the one place that makes it safe to read: what was asked for goes to `out`, everything else
 * to `err`, so that a pipe gets data only.
 */
import { randomBytes } from 'node:crypto';
import { printable, printableJson } from '@pledgeline/contracts';

/** One line, or several. A line break inside a line came with a value, and is shown as a sign. */
export type Lines = string | readonly string[];

export interface Terminal {
  readonly out: (lines: Lines) => void;
  readonly err: (lines: Lines) => void;
  /** One line of JSON for programs. What a terminal would obey is escaped. */
  readonly json: (value: unknown) => void;
  /** CSV for files and pipes, as it came; somebody who watches sees it as lines. Excel knows UTF-8 by its mark only. */
  readonly csv: (text: string, file: { readonly excel: boolean }) => void;
  /** A line on `err` in place of the progress bar, which draws itself again below. */
  readonly errOverBar: (line: string) => void;
  /** Widens nothing but the looks: the same text without colour when nobody watches. */
  readonly paint: Paint;
  readonly errIsWatched: boolean;
}

type Look = 'strong' | 'faint' | 'good' | 'bad';

export type Paint = Readonly<Record<Look, (text: string) => string>>;

/** How the terminal is switched to each look, and back. */
const SWITCHES: Readonly<Record<Look, readonly [number, number]>> = {
  strong: [1, 22],
  faint: [2, 22],
  good: [32, 39],
  bad: [31, 39],
};
const BYTE_ORDER_MARK = '\uFEFF';
const CLEAR_LINE = '\r\u001B[K';

/** @param columns of the lines that colours are wanted for; a look is marked by a secret, so that no value can bring its own. */
export const terminal = ({ stdout, stderr, env }: NodeJS.Process): Terminal => {
  const secret = randomBytes(12).toString('hex');
  const marks = new RegExp(`(\\[${secret}:\\d+\\])`);
  const mark = (code: number): string => `[${secret}:${code}]`;
  const isMark = new RegExp(`^${marks.source}$`);
  const coloured = stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  const looks = Object.entries(SWITCHES).map(([look, [on, off]]) => [
    look,
    (text: string): string => (coloured ? mark(on) + text + mark(off) : text),
  ]);

  const safe = (line: string): string =>
    line
      .split(marks)
      .map((part) => (isMark.test(part) ? `\u001B[${part.slice(secret.length + 2, -1)}m` : printable(part)))
      .join('');
  const textOf = (lines: Lines): string => `${[lines].flat().map(safe).join('\n')}\n`;

  // The reader of our output may have seen enough (`| head`): that is no error, and the work itself goes on.
  let heard = true;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    heard = false;
  });
  stderr.on('error', () => undefined);
  const write = (text: string): void => {
    if (heard) stdout.write(text);
  };

  return {
    out: (lines) => {
      write(textOf(lines));
    },
    err: (lines) => {
      stderr.write(textOf(lines));
    },
    json: (value) => {
      write(`${printableJson(value)}\n`);
    },
    csv: (text, { excel }) => {
      write(stdout.isTTY ? textOf(text.trimEnd().split(/\r?\n/)) : `${excel ? BYTE_ORDER_MARK : ''}${text}`);
    },
    errOverBar: (line) => {
      stderr.write(CLEAR_LINE + textOf(line));
    },
    paint: Object.fromEntries(looks) as Paint,
    errIsWatched: stderr.isTTY && env.TERM !== 'dumb',
  };
};
