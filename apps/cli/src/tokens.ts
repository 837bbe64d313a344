/** Tokens of the servers that this user has signed in to, in a file that nobody else may read. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

interface Token {
  readonly token: string;
  /** RFC 3339; a token that has ended is no longer sent. */
  readonly until: string;
}

type Tokens = Readonly<Record<string, Token>>;

const tokensFile = (): string =>
  join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'pledgeline', 'tokens.json');

/** That of PLEDGELINE_TOKEN before what is kept for the server; undefined when there is none. */
export const tokenFor = (url: string): string | undefined => {
  const given = process.env['PLEDGELINE_TOKEN'];
  if (given !== undefined && given !== '') return given;
  const kept = tokens()[url];
  return kept !== undefined && kept.until > new Date().toISOString() ? kept.token : undefined;
};

/** @returns the file that it is kept in. */
export const keepToken = (url: string, token: Token): string => {
  const file = tokensFile();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify({ ...tokens(), [url]: token }, null, 2)}\n`, { mode: 0o600 });
  // It may have been there before, open to others.
  chmodSync(file, 0o600);
  return file;
};

/** What cannot be read is as good as nothing: signing in again mends it. */
const tokens = (): Tokens => {
  try {
    return JSON.parse(readFileSync(tokensFile(), 'utf8')) as Tokens;
  } catch {
    return {};
  }
};
