/** The links that a server on a data folder has written for the people who may read it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Written when a server with local sign-in starts. */
export const LINKS_FILE = 'sign-in-links.txt';

/** The address of the server, and a secret by which it signs in its owner. The command line reads it, too: `apps/cli/src/control-file.ts`. */
export const CONTROL_FILE = 'sign-in-control.json';

export interface SignInLink {
  readonly account: string;
  readonly role: string;
  readonly secret: string;
  readonly href: string;
}

export const signInLinks = (dataFolder: string): readonly SignInLink[] =>
  [...readFileSync(join(dataFolder, LINKS_FILE), 'utf8').matchAll(/http\S+/g)].map(([href]) => {
    const {
      account = '',
      role = '',
      secret = '',
    } = Object.fromEntries(new URLSearchParams(new URL(href).hash.slice(1)));
    return { account, role, secret, href };
  });

/** @throws {Error} when there is none. */
export const signInLinkOf = (dataFolder: string, account: string): SignInLink => {
  const found = signInLinks(dataFolder).find((link) => link.account === account);
  if (found === undefined) throw new Error(`no sign-in link of ${account} in ${dataFolder}`);
  return found;
};

/** By it any account is signed in without using up its link. */
export const ownersSecret = (dataFolder: string): string =>
  (JSON.parse(readFileSync(join(dataFolder, CONTROL_FILE), 'utf8')) as { readonly secret: string }).secret;
