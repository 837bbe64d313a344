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
  written
    .split(SURE)
    .flatMap((part) => part.trim().split(PERHAPS))
    .map((part) => part.trim())
    .filter((part) => part !== '');

const SURE = /[;；\n]/u;
const PERHAPS = /\s*[,，、/&]\s*(?:(?:and|et|y)\s+)?|\s+(?:and|et|y)\s+/iu;

/** "Macedonia, the former Yugoslav Republic of" has two parts; no name that is known has more than this. */
const MOST_PARTS = 4;

/** Longer lists are no names of partners. They stay in one piece, so that nobody's text is looked through for long. */
const MOST_NAMES = 60;

const namesIn = (written: string): readonly string[] => {
  const whole = written.trim();
  const words = whole.split(PERHAPS);
  if (words.length === 1 || words.length > MOST_NAMES || isKnown(whole)) return whole === '' ? [] : [whole];
  const parts = placesOf(whole, words);
  const names: string[] = [];
  let unknownFrom: number | null = null;
  const endUnknown = (before: number): void => {
    if (unknownFrom !== null) names.push(textOf(whole, parts.slice(unknownFrom, before)));
    unknownFrom = null;
  };
  for (let n = 0; n < parts.length;) {
    const length = longestKnown(whole, parts.slice(n, n + MOST_PARTS));
    if (length === 0) unknownFrom ??= n;
    else {
      endUnknown(n);
      names.push(textOf(whole, parts.slice(n, n + length)));
    }
    n += Math.max(length, 1);
  }
  endUnknown(parts.length);
  return names.filter((name) => name !== '');
};

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where each part stands in the text, so that a name of several keeps what stands between them. */
const placesOf = (whole: string, words: readonly string[]): readonly Place[] => {
  let at = 0;
  return words.map((word) => {
    const from = whole.indexOf(word, at);
    at = from + word.length;
    return { from, to: at };
  });
};

const textOf = (whole: string, parts: readonly Place[]): string =>
  whole.slice(parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0).trim();

/** How many parts, from the first on, are together a name that is known; 0 where none are. */
const longestKnown = (whole: string, parts: readonly Place[]): number => {
  for (let length = parts.length; length > 0; length -= 1)
    if (isKnown(textOf(whole, parts.slice(0, length)))) return length;
  return 0;
};

const isKnown = (name: string): boolean =>
  name !== '' && (statesNamed(name).length > 0 || registerOf('bodies').resolve(name) !== undefined);
