/** What local sign-in keeps between starts, in one small file of the data folder that only its owner may read: hashes alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../settings.ts';
import { writeForOwner } from './owners-file.ts';

export interface StoredSecret {
  readonly account: string;
  readonly salt: string;
  readonly hash: string;
  /** Milliseconds since 1970, as everywhere here. */
  readonly until: number;
}

export interface StoredSession {
  readonly tokenHash: string;
  /** Of what a page sends along to show that it is ours; an empty one fits nothing. */
  readonly csrfHash: string;
  readonly account: string;
  readonly state: string | null;
  /** Absent where the account speaks for none, and in files of earlier versions. */
  readonly body?: string;
  readonly until: number;
}

export interface SignInFile {
  /** Of links that were not used yet. */
  readonly secrets: readonly StoredSecret[];
  readonly sessions: readonly StoredSession[];
}

export interface SignInStore {
  read(): SignInFile;
  /** All or nothing, also when the process ends in the middle. */
  write(file: SignInFile): void;
}

/** As earlier versions have written it: a session had no hash of its own csrf, and links did not expire. */
interface EarlierFile {
  readonly sessions?: readonly (Omit<StoredSession, 'csrfHash'> & Partial<Pick<StoredSession, 'csrfHash'>>)[];
  readonly secrets?: readonly (Omit<StoredSecret, 'until'> & Partial<Pick<StoredSecret, 'until'>>)[];
}

/** @throws {CannotStart} when there is a file that cannot be read. */
export const signInStore = (dataFolder: string): SignInStore => {
  const path = join(dataFolder, 'sign-in.json');
  return {
    read: () => {
      try {
        const { secrets = [], sessions = [] } = JSON.parse(readFileSync(path, 'utf8')) as EarlierFile;
        return {
          secrets: secrets.map((secret) => ({ until: 0, ...secret })),
          sessions: sessions.map((session) => ({ csrfHash: '', ...session })),
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { secrets: [], sessions: [] };
        throw new CannotStart(`${path} cannot be read: remove it, and everybody signs in anew`, {
          cause: error,
        });
      }
    },
    write: (file) => {
      writeForOwner(path, JSON.stringify(file));
    },
  };
};
