/** The checkpoints that an auditor has seen: every one of them in a file, so that a log which contradicts itself is proved by its own signatures. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError, EXIT } from './exit-codes.ts';

export interface KeptCheckpoints {
  /** The note of the largest tree; undefined before the first. */
  newest(): string | undefined;
  /** @returns its file. */
  keep(size: number, note: string): string;
}

const NAME = /^\d{16}-[0-9a-f]{12}\.checkpoint$/;
const SIZE_DIGITS = 16;
const DIGEST_DIGITS = 12;

/** @throws {CliError} when the folder cannot be used. */
export const keptCheckpoints = (folder: string): KeptCheckpoints => {
  const usable = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw new CliError(EXIT.usage, `--state ${folder} cannot be used: ${(error as Error).message}`);
    }
  };
  usable(() => mkdirSync(folder, { recursive: true }));
  return {
    newest: () =>
      usable(() => {
        const last = readdirSync(folder)
          .filter((name) => NAME.test(name))
          .sort()
          .at(-1);
        return last === undefined ? undefined : readFileSync(join(folder, last), 'utf8');
      }),
    keep: (size, note) =>
      usable(() => {
        const digest = createHash('sha256').update(note).digest('hex').slice(0, DIGEST_DIGITS);
        const file = join(folder, `${String(size).padStart(SIZE_DIGITS, '0')}-${digest}.checkpoint`);
        if (!existsSync(file)) {
          // Whole or not at all: what is compared with later must not be half a note.
          writeFileSync(`${file}.begun`, note);
          renameSync(`${file}.begun`, file);
        }
        return file;
      }),
  };
};
