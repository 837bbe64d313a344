/**
 * The form of a command, as an address: `?do=AcknowledgePledge`. It names the command only; where to send it the answer says.
 * `about` chooses among several links of one command, by the part of the pledge that each is about. Where the command has one link
 * alone, about the pledge as a whole, it is what the form begins with.
 */
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

/** The form by which a pledge is matched with a gap, with the gap filled in. */
export const matchAddress = (reference: string, gapId: string): string =>
  withSearch(pledgeAddress(reference), { do: 'MatchPledge', about: gapId });

/** What the form of a command has filled in by its address. */
export const aboutOf = (search: string): string | null => new URLSearchParams(search).get('about');

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
  const wanted = new URLSearchParams(search).get('do');
  const about = aboutOf(search);
  if (wanted === null) return null;
  return commands.find(
    ({ command, href }) => command === wanted && (about === null || (aboutIn(href) ?? about) === about),
  );
};

/** The id of the part of the pledge that an address is about: `/pledges/<id>/clarifications/<id>/answer`. */
const aboutIn = (href: string): string | undefined => {
  const [, , , , about, ...rest] = href.split('/');
  return rest.length === 0 ? undefined : about;
};
