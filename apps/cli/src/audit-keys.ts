/** `pledgeline audit keys`: draws the keys of a log into a folder, for an installation whose services share them. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyTexts } from '@pledgeline/transparency';
import { CliError, EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

const SECRET_BYTES = 32;

/** Nothing that is there is overwritten. @throws {CliError} for an origin that no log can have, and a folder that cannot be used. */
export const auditKeys = (
  folder: string,
  { origin, json = false }: { readonly origin: string; readonly json?: boolean },
  terminal: Terminal,
): number => {
  const draw = () => {
    try {
      return keyTexts(origin, randomBytes(SECRET_BYTES));
    } catch (error) {
      throw new CliError(EXIT.usage, `--origin ${origin}: ${(error as Error).message}`);
    }
  };
  const { signingKey, verifierKey } = draw();
  if (existsSync(join(folder, 'signing.key')))
    throw new CliError(
      EXIT.refused,
      `${folder} has a signing key already: a log keeps the key that it began with`,
    );
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
