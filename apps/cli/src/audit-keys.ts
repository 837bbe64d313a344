/** `pledgeline audit keys`: draws the keys of a log into a folder, for an installation whose services share them. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyTexts } from '@pledgeline/transparency';
import { rotateKeys } from './audit-keys-rotate.ts';
import { CliError, EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

export interface KeysCommand {
  readonly origin?: string;
  readonly rotate?: boolean;
  /** File of the newest checkpoint, where the key changes. */
  readonly checkpoint?: string;
  readonly json?: boolean;
}

const SECRET_BYTES = 32;

/** Nothing that is there is overwritten, but where a key is changed. @throws {CliError} for an origin that no log can have, and a folder that cannot be used. */
export const auditKeys = (folder: string, options: KeysCommand, terminal: Terminal): number => {
  const { origin, rotate = false, checkpoint, json = false } = options;
  if (rotate) {
    if (checkpoint === undefined || origin !== undefined)
      throw new CliError(EXIT.usage, '--rotate takes --checkpoint, and no --origin: a log keeps its origin');
    return rotateKeys(folder, checkpoint, json, terminal);
  }
  if (origin === undefined || checkpoint !== undefined)
    throw new CliError(EXIT.usage, 'name the log with --origin, or change its key with --rotate');
  const { signingKey, verifierKey } = drawn(origin);
  if (existsSync(join(folder, 'signing.key')))
    throw new CliError(EXIT.refused, `${folder} has a signing key already: it is changed with --rotate`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const write = (name: string, content: string): void =>
      writeFileSync(join(folder, name), `${content}\n`, { mode: 0o600, flag: 'wx', flush: true });
    if (!existsSync(join(folder, 'legacy.secret')))
      write('legacy.secret', randomBytes(SECRET_BYTES).toString('hex'));
    write('signing.vkey', verifierKey);
    write('signing.key', signingKey);
  } catch (error) {
    throw new CliError(EXIT.usage, `${folder} cannot be written: ${(error as Error).message}`);
  }
  if (json) terminal.json({ folder, origin, verifierKey });
  else terminal.out([`The keys are in ${folder}: signing.key and legacy.secret are secrets.`, verifierKey]);
  return EXIT.ok;
};

const drawn = (origin: string): ReturnType<typeof keyTexts> => {
  try {
    return keyTexts(origin, randomBytes(SECRET_BYTES));
  } catch (error) {
    throw new CliError(EXIT.usage, `--origin ${origin}: ${(error as Error).message}`);
  }
};
