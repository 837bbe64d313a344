/**
 * One way to know things by their names: a code, a name, aliases, and how they are written. Each register has its list, and the
 * desk adds names to it. Accountability page, section 14.
 */
import { lettersOf } from './name-key.ts';
import { nearestTo } from './nearest.ts';
import { titleKey } from './title-key.ts';

/** How one thing can be named. */
export interface Named {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface NameRegister<Known extends Named> {
  /** Those that everybody knows of. */
  readonly known: readonly Known[];
  /** By its code, exactly; of those that everybody knows of. */
  readonly find: (code: string) => Known | undefined;
  /** Two spellings with one key are one name. */
  readonly keyOf: (written: string) => string;
  /**
   * The code of what a code, a name or an alias means; undefined where it means nothing, or where the name and what stands in
   * brackets behind it mean two things.
   * @param added what the desk has entered besides; a name that everybody knows keeps its meaning.
   */
  readonly resolve: (written: string, added?: readonly Named[]) => string | undefined;
  /** Codes of those whose code or name is nearest to what was written, nearest first; none where nothing is near. */
  readonly nearest: (written: string, added?: readonly Named[]) => readonly string[];
}

interface Ways<Known extends Named> {
  readonly keyOf?: (written: string) => string;
  /** Which of several that bear one name is meant; undefined where it is not clear. */
  readonly meant?: (bearers: readonly Known[]) => Known | undefined;
}

const MOST_NEAR = 3;

export const nameRegister = <Known extends Named>(
  known: readonly Known[],
  { keyOf = nameOfThing, meant = theOnlyOne }: Ways<Known> = {},
): NameRegister<Known> => {
  const byCode = new Map(known.map((one) => [one.code, one] as const));
  const bearers = new Map<string, readonly Known[]>();
  for (const one of known)
    for (const key of new Set(namesOf(one).map(keyOf))) bearers.set(key, [...(bearers.get(key) ?? []), one]);
  const byKey = new Map(
    [...bearers].flatMap(([key, all]) => {
      const one = meant(all);
      return one === undefined ? [] : [[key, one.code] as const];
    }),
  );
  const codeOf = (key: string, added: readonly Named[]): string | undefined => {
    if (key === '') return undefined;
    const entered = () => added.find((one) => namesOf(one).some((name) => keyOf(name) === key))?.code;
    return byKey.get(key) ?? entered();
  };
  return {
    known,
    find: (code) => byCode.get(code),
    keyOf,
    resolve: (written, added = []) => {
      const whole = codeOf(keyOf(written), added);
      if (whole !== undefined) return whole;
      const codes = new Set(partsOf(written).flatMap((part) => codeOf(keyOf(part), added) ?? []));
      const [code] = codes;
      return codes.size === 1 ? code : undefined;
    },
    nearest: (written, added = []) => {
      const letters = new Map<string, string>();
      for (const one of [...known, ...added])
        for (const name of namesOf(one)) letters.set(lettersOf(name), one.code);
      const near = nearestTo(lettersOf(written), [...letters.keys()]);
      return [...new Set(near.flatMap((key) => letters.get(key) ?? []))].slice(0, MOST_NEAR);
    },
  };
};

const namesOf = ({ code, name, aliases }: Named): readonly string[] => [code, name, ...aliases];

const theOnlyOne = <Known>(bearers: readonly Known[]): Known | undefined =>
  bearers.length === 1 ? bearers[0] : undefined;

/** Words that people shorten, or spell in two ways, in names of missions, bodies and texts. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bu\.?n\.?(?=\W|$)/giu, 'United Nations'],
  [/\ba\.?u\.?(?=\W|$)/giu, 'African Union'],
  [/stabilisation/giu, 'stabilization'],
  [/organisation/giu, 'organization'],
  [/peace[- ]keeping/giu, 'peacekeeping'],
  [/\bcenter\b/giu, 'centre'],
  [/\bprogram\b/giu, 'programme'],
];

/** "UN" is "United Nations", and British spelling is American. */
export const writtenOut = (written: string): string =>
  WRITTEN_OUT.reduce((text, [short, long]) => text.replace(short, long), written);

/** Case, accents, blanks, hyphens, articles, "Min." for "Ministry" and "UN" for "United Nations" make no difference. */
const nameOfThing = (written: string): string => titleKey(writtenOut(written));

/** What stands in brackets behind a name, or before them, is often its code: "UN Mission in Liberia (UNMIL)". */
const partsOf = (written: string): readonly string[] => {
  const [, first, second] = /^([^()]+)\(([^()]+)\)\s*$/u.exec(written) ?? [];
  return first === undefined || second === undefined ? [] : [first, second];
};
