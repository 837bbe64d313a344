/** The log of proofs as a thread that answers questions reads it: another thread keeps it, and its keys may be drawn after this one began. */
import { sqliteProofReader } from '@pledgeline/adapters/sqlite';
import { bundleSignerOf } from '@pledgeline/transparency';
import type { OpenedLog, ProofReader } from '@pledgeline/transparency';
import type { Configuration } from '../configuration.ts';
import { proofPlaces } from './proof-configuration.ts';
import { hasKeys, readKeys, signingKeysAt } from './proof-keys.ts';

export interface LogToOpen {
  /** Null where the installation keeps no log. @throws {CannotStart} for keys that were damaged since. */
  readonly get: () => OpenedLog | null;
  readonly close: () => void;
}

export const openedLog = (
  configuration: Pick<Configuration, 'dataFolder' | 'fixedTime' | 'proof'>,
): LogToOpen => {
  const { path, keysFolder: folder } = proofPlaces(configuration);
  let reader: ProofReader | undefined;
  let opened: OpenedLog | undefined;
  return {
    get: () => {
      if (opened === undefined && hasKeys(folder)) {
        const keys = readKeys({ folder, origin: configuration.proof.origin });
        const { origin, legacySecret, statements: keyStatements } = keys;
        opened = {
          ...{ origin, legacySecret, keyStatements },
          bundleSigners: () =>
            signingKeysAt(keys, configuration.fixedTime ?? new Date().toISOString()).map(bundleSignerOf),
          reader: () => (reader ??= sqliteProofReader(path)),
        };
      }
      return opened ?? null;
    },
    close: () => reader?.close(),
  };
};
