/** Groups by what people write: one for all names of a thing that its register knows, and one for each that it does not. */
import { registerOf, type TitleRegister } from '@pledgeline/contracts';
import type { NamesKnown } from '../views/names-known.ts';
import type { KeyOf } from './tallies.ts';

export interface NamedGroups {
  /** The codes of those that are known; the others as they are written. */
  readonly codesOf: (written: readonly (string | null | undefined)[]) => readonly string[];
  readonly nameOf: (code: string) => string;
  /** By which two spellings of what is not known are one. */
  readonly keyOf: KeyOf;
}

export const namedGroups = (names: NamesKnown, register: TitleRegister): NamedGroups => ({
  codesOf: (written) => written.flatMap((one) => (one ? [names.codeOf(register, one) ?? one] : [])),
  nameOf: (code) => names.nameOf(register, code),
  keyOf: registerOf(register).keyOf,
});
