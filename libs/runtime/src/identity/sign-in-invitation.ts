/**
 * How people of this machine sign in: links for browsers, and a secret by which the command line signs in whoever may read the
 * data folder. Both are in files for their owner alone; no log has them. They are gone when the server ends in order.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CONTROL_FILE, LINKS_FILE } from '../sign-in-links.ts';
import type { OneTimeLink } from './local-sessions.ts';
import { writeForOwner } from './owners-file.ts';

export interface Invitation {
  /** Where the links are. */
  readonly linksFile: string;
  /** For a terminal: all links, in a block of their own. */
  readonly block: string;
}

/** Writes both files. @param url at which the server is reached. */
export const invite = (
  dataFolder: string,
  url: string,
  links: readonly OneTimeLink[],
  ownersSecret: string,
): Invitation => {
  const linksFile = join(dataFolder, LINKS_FILE);
  const width = Math.max(...links.map(({ name }) => name.length));
  const lines = links.map(({ name, role, secret }) => {
    const said = new URLSearchParams({ account: name, role, secret }).toString();
    return `${name.padEnd(width)}  ${url}/sign-in#${said}`;
  });
  writeForOwner(linksFile, `${lines.join('\n')}\n`);
  writeForOwner(join(dataFolder, CONTROL_FILE), JSON.stringify({ url, secret: ownersSecret }));
  const block = [
    '',
    'Sign in on this machine. Each link works once, within the hour:',
    '',
    ...lines.map((line) => `  ${line}`),
    '',
    `They are also in ${linksFile}. Later, and for the command line: npx pledgeline sign-in --as DESK`,
    '',
    '',
  ].join('\n');
  return { linksFile, block };
};

/** What a server that has ended can no longer be asked with. */
export const withdrawInvitation = (dataFolder: string): void => {
  for (const name of [LINKS_FILE, CONTROL_FILE]) rmSync(join(dataFolder, name), { force: true });
};
