/**
 * Who is named in a list of partners. People part names with semicolons, commas, "and" or a stroke; names have commas and "and" of
 * their own ("Korea, Republic of", "Antigua and Barbuda"), which known names tell.
 */
import { registerOf } from './registers.ts';
import { statesNamed } from './state-name.ts';

/**
 * The names in what was written, in its order and spelling. What stands between names that are known, and is none itself, stays
 * in one piece: nobody can tell whether it is one name or several.
 */
export const partnersNamed = (written: string): readonly string[] => written.split(SURE).flatMap(namesIn);

/**
 * The words of a list without what may part them, whether it parts names or belongs to one. It does not depend on which names are
 * known, so that a register which learns a name changes nothing.
 */
export const partsOfPartners = (written: string): readonly string[] =>
  written.split(SURE).flatMap((text) => placesIn(text).map((place) => textOf(text, [place])));

const SURE = /[;；\n]/u;
const PERHAPS = /[,，、/&]|(?<=^|\s)(?:and|et|y)(?=\s|$)/giu;

/** "Macedonia, the former Yugoslav Republic of" has two parts; no name that is known has more than this. */
const MOST_PARTS = 4;

/** Longer lists are no names of partners. They stay in one piece, so that nobody's text is looked through for long. */
const MOST_NAMES = 60;

const namesIn = (written: string): readonly string[] => {
  const parts = placesIn(written);
  const whole = textOf(written, parts);
  if (parts.length < 2 || parts.length > MOST_NAMES || isKnown(whole))
    return parts.length === 0 ? [] : [whole];
  const names: string[] = [];
  let unknownFrom: number | null = null;
  const endUnknown = (before: number): void => {
    if (unknownFrom !== null) names.push(textOf(written, parts.slice(unknownFrom, before)));
    unknownFrom = null;
  };
  for (let n = 0; n < parts.length;) {
    const length = longestKnown(written, parts.slice(n, n + MOST_PARTS));
    if (length === 0) unknownFrom ??= n;
    else {
      endUnknown(n);
      names.push(textOf(written, parts.slice(n, n + length)));
    }
    n += Math.max(length, 1);
  }
  endUnknown(parts.length);
  return names;
};

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where the parts stand, so that a name of several keeps what stands between them. A word that only parts is none, unless it is all. */
const placesIn = (text: string): readonly Place[] => {
  const ends = [...text.matchAll(PERHAPS)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  const from = [0, ...ends.map(([, end]) => end)];
  const to = [...ends.map(([start]) => start), text.length];
  const parts = from.map((start, n) => ({ from: start, to: to[n] ?? text.length }));
  const stated = parts.filter((place) => textOf(text, [place]) !== '');
  return stated.length > 0 || !/\p{L}/u.test(text) ? stated : [{ from: 0, to: text.length }];
};

const textOf = (text: string, parts: readonly Place[]): string =>
  text.slice(parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0).trim();

/** How many parts, from the first on, are together a name that is known; 0 where none are. */
const longestKnown = (whole: string, parts: readonly Place[]): number => {
  for (let length = parts.length; length > 0; length -= 1)
    if (isKnown(textOf(whole, parts.slice(0, length)))) return length;
  return 0;
};

const isKnown = (name: string): boolean =>
  statesNamed(name).length > 0 || registerOf('bodies').resolve(name) !== undefined;
