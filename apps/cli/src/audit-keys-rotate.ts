/**
 * `pledgeline audit keys --rotate`: draws the next key of a log. The key before it states that by its signature, and signs beside the
 * next one for 90 days, so that whoever trusts it is led over.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  keyStatementsIn,
  keyStatementsText,
  keyStatementText,
  keyTexts,
  openCheckpoint,
  signerOf,
  signNote,
  verifierKeyOf,
  verifierOf,
} from '@pledgeline/transparency';
import { CliError, EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

const SEED_BYTES = 32;
const BOTH_SIGN_MS = 90 * 24 * 60 * 60 * 1000;
/** The next key, until all other files are as they are to be. */
const NEXT = 'next.key';

/**
 * A folder in which it broke off goes on with the same next key.
 * @param checkpoint file of a head that the key has signed.
 * @throws {CliError} for a folder without a key, a head of another log, and while the key before still signs.
 */
export const rotateKeys = (folder: string, checkpoint: string, json: boolean, terminal: Terminal): number => {
  const at = (name: string): string => join(folder, name);
  const usable = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw new CliError(EXIT.usage, `${folder} cannot be used: ${(error as Error).message}`);
    }
  };
  const textIn = (name: string): string => usable(() => readFileSync(at(name), 'utf8').trim());
  const listIn = (name: string): readonly string[] => (existsSync(at(name)) ? textIn(name).split('\n') : []);
  /** Whole or not at all. */
  const write = (name: string, content: string): void =>
    usable(() => {
      writeFileSync(at(`${name}.begun`), `${content.trimEnd()}\n`, { mode: 0o600, flush: true });
      renameSync(at(`${name}.begun`), at(name));
    });

  const signingKey = textIn('signing.key');
  const signer = usable(() => signerOf(signingKey));
  const verifierKey = verifierKeyOf(signingKey);
  const size = sizeIn(checkpoint, verifierKey);
  const isBrokenOff = existsSync(at(NEXT));
  const [until] = isBrokenOff ? [] : listIn('former.until');
  if (until !== undefined && Date.parse(until) > Date.now())
    throw new CliError(
      EXIT.refused,
      `the key before the one of ${folder} signs until ${until}: it cannot be changed again before that`,
    );
  const nextKey = isBrokenOff ? textIn(NEXT) : keyTexts(signer.name, randomBytes(SEED_BYTES)).signingKey;
  const nextVerifierKey = usable(() => verifierKeyOf(nextKey));
  const formerKeys = listIn('former.vkeys').filter((known) => known !== verifierKey);
  const notes = (
    existsSync(at('keys.notes')) ? keyStatementsIn(readFileSync(at('keys.notes'), 'utf8')) : []
  ).filter((note) => !note.includes(`\n${nextVerifierKey}\n`));
  const statement = keyStatementText({ origin: signer.name, verifierKey: nextVerifierKey, size });
  const bothUntil = new Date(Date.now() + BOTH_SIGN_MS).toISOString();

  if (!isBrokenOff) write(NEXT, nextKey);
  write('former.key', signingKey);
  write('former.until', bothUntil);
  write('former.vkeys', [...formerKeys, verifierKey].join('\n'));
  write('keys.notes', keyStatementsText([...notes, signNote(statement, [signer])]));
  write('signing.vkey', nextVerifierKey);
  usable(() => renameSync(at(NEXT), at('signing.key')));
  if (json)
    terminal.json({ folder, verifierKey: nextVerifierKey, formerKey: verifierKey, bothSignUntil: bothUntil });
  else
    terminal.out([
      `The next key is in ${folder}. Once the services are started with it, both keys sign until ${bothUntil}.`,
      nextVerifierKey,
    ]);
  return EXIT.ok;
};

const sizeIn = (file: string, verifierKey: string): number => {
  try {
    return openCheckpoint(readFileSync(file, 'utf8'), verifierOf(verifierKey)).size;
  } catch (error) {
    throw new CliError(EXIT.usage, `--checkpoint ${file}: ${(error as Error).message}`);
  }
};
