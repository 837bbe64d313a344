/** The form of a command, as an address: `?do=AcknowledgePledge`. It names the command only; where to send it the answer says. */
import { pledgeAddress, withSearch } from './addresses.ts';

interface CommandLink {
  readonly command: string;
  readonly href: string;
}

/** What of a page's address stays when a form is opened: where in the queue the reader is. */
const KEPT = ['at', 'first', 'queue', 'task'] as const;

/** @param search of the page that the link stands on. */
export const actAddress = (reference: string, { command, href }: CommandLink, search: string): string => {
  const given = new URLSearchParams(search);
  const kept = Object.fromEntries(KEPT.map((name) => [name, given.get(name)]));
  return withSearch(pledgeAddress(reference), { ...kept, do: command, about: aboutIn(href) });
};

/** The pledge without a form. */
export const withoutAct = (reference: string, search: string): string => {
  const given = new URLSearchParams(search);
  return withSearch(
    pledgeAddress(reference),
    Object.fromEntries(KEPT.map((name) => [name, given.get(name)])),
  );
};

/** @returns the one that the address asks for, `null` where it asks for none, undefined where that is not possible now. */
export const actIn = <L extends CommandLink>(
  search: string,
  commands: readonly L[],
): L | null | undefined => {
  const given = new URLSearchParams(search);
  const wanted = given.get('do');
  const about = given.get('about');
  if (wanted === null) return null;
  return commands.find(
    ({ command, href }) => command === wanted && (about === null || aboutIn(href) === about),
  );
};

/** The id of the part of the pledge that an address is about: `/pledges/<id>/clarifications/<id>/answer`. */
const aboutIn = (href: string): string | undefined => {
  const [, , , , about, ...rest] = href.split('/');
  return rest.length === 0 ? undefined : about;
};
