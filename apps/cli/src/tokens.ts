/** Tokens of the servers that this user has signed in to, several for each, in a file that nobody else may read. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { labelOf } from './acting-as.ts';
import type { ActingAs } from './acting-as.ts';
import { CliError, EXIT } from './exit-codes.ts';

export interface Token {
  readonly token: string;
  /** RFC 3339; a token that has ended is no longer sent. */
  readonly until: string;
  readonly subject: string;
  readonly role: string;
  readonly state: string | null;
}

/** By the origin of the server. */
type Tokens = Readonly<Record<string, readonly Token[]>>;

const tokensFile = (): string =>
  join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'pledgeline', 'tokens.json');

/**
 * The one that `--as` chooses; else that of PLEDGELINE_TOKEN, else the only one kept for the server.
 * @returns undefined when nobody is signed in. @throws {CliError} when nobody is signed in as that, or one must be chosen
 */
export const tokenFor = (url: string, as: ActingAs | undefined): string | undefined => {
  const given = process.env['PLEDGELINE_TOKEN'];
  if (as === undefined && given !== undefined && given !== '') return given;
  const kept = keptFor(url);
  const [one, ...more] = as === undefined ? kept : kept.filter((token) => isOf(token, as));
  if (one !== undefined && more.length === 0) return one.token;
  if (one === undefined && as === undefined) return undefined;
  const names = kept.map(nameOf).join(', ') || 'nobody';
  const wanted = as === undefined ? '' : ` as ${labelOf(as)}`;
  throw new CliError(
    EXIT.usage,
    one === undefined
      ? `nobody is signed in to ${url}${wanted} (signed in: ${names}); sign in with pledgeline sign-in`
      : `several are signed in to ${url}${wanted}: choose one of ${names} with --as`,
  );
};

/** In place of an earlier one of the same person. @returns the file that it is kept in. */
export const keepToken = (url: string, token: Token): string => {
  const file = tokensFile();
  const others = keptFor(url).filter((one) => nameOf(one) !== nameOf(token));
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const next = `${file}.new`;
  rmSync(next, { force: true });
  writeFileSync(next, `${JSON.stringify({ ...tokens(), [url]: [...others, token] }, null, 2)}\n`, {
    mode: 0o600,
    flag: 'wx',
  });
  renameSync(next, file);
  return file;
};

/** Those that have not ended. */
const keptFor = (url: string): readonly Token[] =>
  (tokens()[url] ?? []).filter(({ until }) => Date.parse(until) > Date.now());

/** As `--as` takes it: by its role, and by its own name where that is not the role's. */
const nameOf = ({ subject, role, state }: Token): string => {
  const [account = ''] = subject.split('.');
  return labelOf({ name: account.toUpperCase() === role ? role : account, state });
};

/** Without a state every state of the role. */
const isOf = (token: Token, { name, state }: ActingAs): boolean =>
  nameOf(token) === labelOf({ name, state: state ?? token.state });

/** What cannot be read, or is of an earlier version, is as good as nothing: signing in again puts it right. */
const tokens = (): Tokens => {
  try {
    const kept = JSON.parse(readFileSync(tokensFile(), 'utf8')) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(kept).filter(([, each]) => Array.isArray(each))) as Tokens;
  } catch {
    return {};
  }
};
