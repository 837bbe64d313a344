/** The keys of the log in their folder: read, or drawn at the first start. */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  keysFrom,
  keyStatementsIn,
  keyTexts,
  parseKeyStatement,
  signerOf,
  verifierKeyOf,
  verifierOf,
} from '@pledgeline/transparency';
import { CannotStart, contentOf } from '../settings.ts';

export interface ProofKeys {
  /** The name of the key. */
  readonly origin: string;
  /** A secret. */
  readonly signingKey: string;
  readonly verifierKey: string;
  /** A secret: 64 hex digits, for events that were stored without a salt. */
  readonly legacySecret: string;
  /** The key before it; null where there was none. */
  readonly former: FormerKey | null;
  /** Of all keys that the log had before, oldest first. */
  readonly formerVerifierKeys: readonly string[];
  /** That each of them has handed over to the next, as it is served; empty where there was none. */
  readonly statements: string;
}

export interface FormerKey {
  /** A secret. */
  readonly signingKey: string;
  /** Until when it signs, too, RFC 3339. */
  readonly until: string;
}

export interface KeysFolder {
  readonly folder: string;
  /** Which log it must be; null: whichever the key is of. */
  readonly origin: string | null;
}

const SIGNING = 'signing.key';
const VERIFYING = 'signing.vkey';
const LEGACY = 'legacy.secret';
/** As `pledgeline audit keys --rotate` leaves them. */
const FORMER = {
  signing: 'former.key',
  until: 'former.until',
  verifying: 'former.vkeys',
  notes: 'keys.notes',
};
/** There from the first step of that change to its last. */
const NEXT = 'next.key';
const SEED_BYTES = 32;
const ORIGIN_DIGITS = 12;
/** Nobody finds a log by it: it stands for one that was not given an address. */
const UNNAMED = 'pledgeline.invalid/';

export const hasKeys = (folder: string): boolean => existsSync(join(folder, SIGNING));

/** @throws {CannotStart} for keys that are missing, no keys, or of another log than the settings name. */
export const readKeys = ({ folder, origin }: KeysFolder): ProofKeys => {
  if (existsSync(join(folder, NEXT)))
    throw new CannotStart(
      `PLEDGELINE_PROOF_KEYS: the change of keys in ${folder} was not finished: ${NEXT} is there; \`pledgeline audit keys\` with --rotate goes on with it`,
    );
  const read = (file: string): string => contentOf('PLEDGELINE_PROOF_KEYS', join(folder, file)).trim();
  const signingKey = read(SIGNING);
  const legacySecret = read(LEGACY);
  if (!/^[0-9a-f]{64}$/.test(legacySecret))
    throw new CannotStart(`PLEDGELINE_PROOF_KEYS: ${join(folder, LEGACY)} is not 64 hex digits`);
  const signer = signerIn(signingKey, join(folder, SIGNING));
  if (origin !== null && origin !== signer.name)
    throw new CannotStart(
      `PLEDGELINE_PROOF_ORIGIN=${origin}, and the key in ${folder} is of the log ${signer.name}: an origin is never changed, a new one is a new log with keys and files of its own`,
    );
  const verifierKey = verifierKeyOf(signingKey);
  return { origin: signer.name, signingKey, verifierKey, legacySecret, ...formerKeys(folder, verifierKey) };
};

/** Those that sign at a time, the newest first. @param at RFC 3339. */
export const signingKeysAt = ({ signingKey, former }: ProofKeys, at: string): readonly string[] =>
  former === null || Date.parse(at) >= Date.parse(former.until)
    ? [signingKey]
    : [signingKey, former.signingKey];

const formerKeys = (
  folder: string,
  verifierKey: string,
): Pick<ProofKeys, 'former' | 'formerVerifierKeys' | 'statements'> => {
  if (!existsSync(join(folder, FORMER.notes)))
    return { former: null, formerVerifierKeys: [], statements: '' };
  const read = (file: string): string => contentOf('PLEDGELINE_PROOF_KEYS', join(folder, file));
  const statements = read(FORMER.notes);
  const formerVerifierKeys = read(FORMER.verifying).trim().split('\n');
  const led = ledTo(formerVerifierKeys, statements, join(folder, FORMER.notes));
  if (led.at(-1) !== verifierKey)
    throw new CannotStart(
      `PLEDGELINE_PROOF_KEYS: the change of keys in ${folder} was not finished, or its files are of different days: ${FORMER.notes} leads to another key than that of ${SIGNING}`,
    );
  // Once it signs no more it may be destroyed.
  if (!existsSync(join(folder, FORMER.signing))) return { former: null, formerVerifierKeys, statements };
  const until = read(FORMER.until).trim();
  if (Number.isNaN(Date.parse(until)))
    throw new CannotStart(`PLEDGELINE_PROOF_KEYS: ${join(folder, FORMER.until)} is no time`);
  const signingKey = read(FORMER.signing).trim();
  signerIn(signingKey, join(folder, FORMER.signing));
  return { former: { signingKey, until }, formerVerifierKeys, statements };
};

/** By the statements, from the oldest key on. */
const ledTo = ([oldest = '']: readonly string[], statements: string, file: string): readonly string[] => {
  try {
    const keys = keysFrom(verifierOf(oldest), statements);
    const named = keyStatementsIn(statements).map(
      (note) => parseKeyStatement(note.slice(0, note.indexOf('\n\n') + 1)).verifierKey,
    );
    return keys.length === named.length + 1 ? named : [];
  } catch (error) {
    throw new CannotStart(`PLEDGELINE_PROOF_KEYS: ${file}: ${(error as Error).message}`, { cause: error });
  }
};

const signerIn = (signingKey: string, file: string) => {
  try {
    return signerOf(signingKey);
  } catch (error) {
    throw new CannotStart(`PLEDGELINE_PROOF_KEYS: ${file}: ${(error as Error).message}`, { cause: error });
  }
};

/** Draws what is missing, for the eyes of the owner alone; the signing key comes last, so that none is there without the others. */
export const drawKeys = ({ folder, origin }: KeysFolder): ProofKeys => {
  const name = origin ?? `${UNNAMED}${randomBytes(ORIGIN_DIGITS / 2).toString('hex')}`;
  const { signingKey, verifierKey } = keyTexts(name, randomBytes(SEED_BYTES));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // One that is there may be needed for events of before.
  if (!existsSync(join(folder, LEGACY))) write(folder, LEGACY, randomBytes(SEED_BYTES).toString('hex'));
  write(folder, VERIFYING, verifierKey);
  write(folder, SIGNING, signingKey);
  return readKeys({ folder, origin: name });
};

/** Whole or not at all, and on the disk before anything is signed with it. */
const write = (folder: string, file: string, content: string): void => {
  const whole = join(folder, file);
  const begun = `${whole}.begun`;
  const handle = openSync(begun, 'w', 0o600);
  try {
    writeSync(handle, `${content}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(begun, whole);
  const inFolder = openSync(folder, 'r');
  try {
    fsyncSync(inFolder);
  } finally {
    closeSync(inFolder);
  }
};
