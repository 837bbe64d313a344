/** What a field with a list of known codes offers: by their names, for people do not know the codes. Pure. */
import { found } from '../parts/found.ts';
import { conferenceName } from '../words/codes.ts';
import { entriesOf, nameOf } from '../words/names.ts';

export interface LookupEntry {
  readonly code: string;
  readonly label: string;
}

/** Who sees his thing among more types on. */
const SHOWN = 8;

/** @returns those in whose name or code stands every word that was typed; at most eight. */
export const lookedUp = (list: string, typed: string): readonly LookupEntry[] =>
  found(
    entriesOf(list).map(([code]) => ({ code, label: nameIn(list, code) })),
    typed,
    SHOWN,
  );

/** @returns the code that is called so, or is written so, in any case and with any hyphens; what was typed where there is none. */
export const codeMeant = (list: string, typed: string): string => {
  const wanted = lettersOf(typed);
  if (wanted === '') return typed;
  const isMeant = (text: string): boolean => lettersOf(text) === wanted;
  const meant = entriesOf(list).find(([code]) => isMeant(code) || isMeant(nameIn(list, code)));
  return meant?.[0] ?? typed;
};

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a code is called; blank for what is no code of the list, and for one that says it itself. */
export const calledIn = (list: string, code: string): string => {
  if (!entriesOf(list).some(([known]) => known === code)) return '';
  const name = nameIn(list, code);
  return name === code ? '' : name;
};

/** People know conferences by place and year: several bear the same long name. */
const nameIn = (list: string, code: string): string =>
  list === 'conference' ? conferenceName(code) : nameOf(list as Parameters<typeof nameOf>[0], code);
