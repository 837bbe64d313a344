/** What local sign-in keeps between starts, in one small file of the data folder that only its owner may read: hashes alone. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../settings.ts';

export interface StoredSecret {
  readonly account: string;
  readonly salt: string;
  readonly hash: string;
}

export interface StoredSession {
  readonly tokenHash: string;
  readonly account: string;
  readonly state: string | null;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface SignInFile {
  /** Of links that were not used yet. */
  readonly secrets: readonly StoredSecret[];
  readonly sessions: readonly StoredSession[];
}

const EMPTY: SignInFile = { secrets: [], sessions: [] };

export interface SignInStore {
  read(): SignInFile;
  /** All or nothing, also when the process ends in the middle. */
  write(file: SignInFile): void;
}

/** @throws {CannotStart} when there is a file that cannot be read. */
export const signInStore = (dataFolder: string): SignInStore => {
  const path = join(dataFolder, 'sign-in.json');
  return {
    read: () => {
      try {
        return { ...EMPTY, ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<SignInFile>) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY;
        throw new CannotStart(`${path} cannot be read: remove it, and everybody signs in anew`, {
          cause: error,
        });
      }
    },
    write: (file) => {
      writeFileSync(`${path}.new`, JSON.stringify(file), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
  };
};
