/** What a code is called. */
import { codeNames } from './code-names.data.ts';

/** The name of a code of this list; the code itself where the list does not have it. */
export const nameOfCode = (list: keyof typeof codeNames, code: string): string => {
  const names: Readonly<Record<string, string>> = codeNames[list];
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
};
