/**
 * The checkpoints that an auditor has seen: every one of them in a file, so that a log which contradicts itself is proved by its own
 * signatures. What a file is called says what is known of it: a head is compared with later ones only after it was itself verified.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError, EXIT } from './exit-codes.ts';

export interface KeptCheckpoint {
  readonly file: string;
  readonly note: string;
}

export interface KeptCheckpoints {
  /** The verified one of the largest tree; undefined before the first. */
  newest(): KeptCheckpoint | undefined;
  /** Those that were not held against the newest yet, smallest first. */
  unverified(): readonly KeptCheckpoint[];
  /** The files of those that contradict the verified ones. */
  alarms(): readonly string[];
  /** As unverified, where it was not verified before. */
  add(size: number, note: string): void;
  verified(unverified: KeptCheckpoint): void;
  /** @returns where it is kept from now on. */
  contradicts(unverified: KeptCheckpoint): string;
  /** By which the given key led to those that signed; empty where it has signed all. */
  statements(): string;
  keepStatements(served: string): void;
}

const UNVERIFIED = 'unverified-';
const ALARM = 'alarm-';
/** As the log serves its changes of keys. */
const STATEMENTS = 'keys.notes';
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
  /** Smallest tree first. */
  const named = (prefix: string): string[] =>
    usable(() =>
      readdirSync(folder)
        .filter((name) => name.startsWith(prefix) && NAME.test(name.slice(prefix.length)))
        .sort(),
    );
  const read = (name: string): KeptCheckpoint => {
    const file = join(folder, name);
    return usable(() => ({ file, note: readFileSync(file, 'utf8') }));
  };
  const rename = ({ file }: KeptCheckpoint, prefix: string): string => {
    const renamed = join(folder, `${prefix}${file.slice(join(folder, UNVERIFIED).length)}`);
    usable(() => renameSync(file, renamed));
    return renamed;
  };
  usable(() => mkdirSync(folder, { recursive: true }));
  return {
    newest: () => {
      const last = named('').at(-1);
      return last === undefined ? undefined : read(last);
    },
    unverified: () => named(UNVERIFIED).map(read),
    alarms: () => named(ALARM).map((name) => join(folder, name)),
    add: (size, note) =>
      usable(() => {
        const digest = createHash('sha256').update(note).digest('hex').slice(0, DIGEST_DIGITS);
        const name = `${String(size).padStart(SIZE_DIGITS, '0')}-${digest}.checkpoint`;
        const file = join(folder, `${UNVERIFIED}${name}`);
        if (existsSync(join(folder, name)) || existsSync(file)) return;
        // Whole or not at all: what is compared with later must not be half a note.
        writeFileSync(`${file}.begun`, note);
        renameSync(`${file}.begun`, file);
      }),
    verified: (unverified) => void rename(unverified, ''),
    contradicts: (unverified) => rename(unverified, ALARM),
    statements: () => {
      const file = join(folder, STATEMENTS);
      return existsSync(file) ? usable(() => readFileSync(file, 'utf8')) : '';
    },
    keepStatements: (served) =>
      usable(() => {
        const file = join(folder, STATEMENTS);
        writeFileSync(`${file}.begun`, served);
        renameSync(`${file}.begun`, file);
      }),
  };
};
