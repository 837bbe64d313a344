/**
 * Which state a name means. Known are the names of the United Nations in its six languages, those of ISO, the World Bank
 * and IATI, and names of the past. A name that two states bear ("Korea") is never guessed.
 */
import { memberState, memberStates, type MemberState, type MemberStateCode } from './member-state.ts';
import type { Named } from './name-register.ts';
import { lettersOf, nameKey, readingsOf } from './name-key.ts';
import { nearestTo } from './nearest.ts';
import { stateNames } from './state-names.data.ts';

/** Every name that is known, with the state that bears it; a name of several states stands once for each. */
export const namesOfStates = (): readonly { readonly name: string; readonly code: MemberStateCode }[] => [
  ...memberStates.flatMap(({ code, name, variants }) =>
    [name, ...variants].map((one) => ({ name: one, code })),
  ),
  ...stateNames.flatMap(({ code, names }) => names.map((name) => ({ name, code }))),
];

const codesBy = (keyOf: (name: string) => string): ReadonlyMap<string, readonly MemberStateCode[]> => {
  const codes = new Map<string, readonly MemberStateCode[]>();
  for (const { name, code } of namesOfStates()) {
    const key = keyOf(name);
    const bearers = codes.get(key) ?? [];
    if (!bearers.includes(code)) codes.set(key, [...bearers, code]);
  }
  return codes;
};

const byKey = codesBy(nameKey);
const codesByLetters = codesBy(lettersOf);
const bearersOf = (key: string): readonly MemberStateCode[] => byKey.get(key) ?? [];

/**
 * The states that a code or a name may mean: none for an unknown name, several for one that they share. Two-letter ISO
 * codes are not read: "AU" is the African Union to the people who write these files.
 * @param added what the desk has entered besides; a name that everybody knows keeps its meaning.
 */
export const statesNamed = (nameOrCode: string, added: readonly Named[] = []): readonly MemberStateCode[] => {
  const exact = memberState(nameOrCode.trim().toUpperCase());
  if (exact !== undefined) return [exact.code];
  const known = statesKnownAs(nameOrCode);
  return known.length > 0 ? known : statesEnteredAs(nameOrCode, added);
};

const statesEnteredAs = (written: string, added: readonly Named[]): readonly MemberStateCode[] => {
  const key = nameKey(written);
  return added
    .filter(({ aliases }) => key !== '' && aliases.some((alias) => nameKey(alias) === key))
    .flatMap(({ code }) => memberState(code)?.code ?? []);
};

const statesKnownAs = (nameOrCode: string): readonly MemberStateCode[] => {
  const { straight, turned, halves } = readingsOf(nameOrCode);
  const asWritten = bearersOf(straight);
  if (asWritten.length > 0 || turned === null) return asWritten;
  const asTurned = bearersOf(turned);
  if (asTurned.length > 0) return asTurned;
  const [first = [], second = []] = halves.map(bearersOf);
  const shared = first.filter((code) => second.includes(code));
  return shared.length === 1 ? shared : [];
};

/** The code of a state by its code or by any name it bears or bore; undefined when unknown or ambiguous. */
export const resolveMemberState = (
  nameOrCode: string,
  added: readonly Named[] = [],
): MemberStateCode | undefined => {
  const [code, ...others] = statesNamed(nameOrCode, added);
  return others.length === 0 ? code : undefined;
};

/** The states whose names are nearest to what was written, nearest first; none where nothing is near. */
export const nearestMemberStates = (written: string): readonly MemberState[] =>
  nearestTo(lettersOf(written), [...codesByLetters.keys()])
    .flatMap((letters) => codesByLetters.get(letters) ?? [])
    .filter((code, n, codes) => codes.indexOf(code) === n)
    .slice(0, MOST_NEAR)
    .flatMap((code) => memberState(code) ?? []);

const MOST_NEAR = 3;
