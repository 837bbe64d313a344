/** The language of the page: English unless the address asks for the pseudo-language that tests read from right to left. */
import { en } from './en.ts';
import type { Words } from './en.ts';

let words: Words = en;
let locale = 'en-GB';
let translate = <W>(catalogue: W): W => catalogue;

/** The catalogue in use. Read while rendering, never kept: tests change it once, before the first page. */
export const say = (): Words => words;

/** A part of the catalogue that is not loaded with the first page. */
export const inLanguage = <W>(catalogue: W): W => translate(catalogue);

/** For Intl: how numbers, days and plurals are written. */
export const localeInUse = (): string => locale;

/** @param asked the code of a language: `en-x-rtl` is the pseudo-language, anything else English. */
export const chooseLanguage = async (asked: string | null): Promise<void> => {
  if (asked !== 'en-x-rtl') return;
  const { pseudo } = await import('./pseudo.ts');
  translate = pseudo;
  words = pseudo(en);
  locale = 'en-GB';
  document.documentElement.lang = 'en-x-rtl';
  document.documentElement.dir = 'rtl';
};
