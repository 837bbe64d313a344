/** The key that the auditor was given, as a text or in a file: whom he trusts, and nobody else. */
import { existsSync, readFileSync } from 'node:fs';
import { verifierOf } from '@pledgeline/transparency';
import type { NoteVerifier } from '@pledgeline/transparency';
import { CliError, EXIT } from './exit-codes.ts';

/** @throws {CliError} for a text that is no key, and a file that holds none. */
export const auditKey = (given: string): NoteVerifier => {
  try {
    return verifierOf((existsSync(given) ? readFileSync(given, 'utf8') : given).trim());
  } catch (error) {
    throw new CliError(EXIT.usage, `--key is neither a key nor a file of one: ${(error as Error).message}`);
  }
};
