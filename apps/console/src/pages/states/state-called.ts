/** The state that somebody means who types a name, a code, or the beginning of one. */
import { stateAddress } from '../../addresses/addresses.ts';
import { found } from '../../parts/found.ts';
import { entriesOf } from '../../words/names.ts';

/** @returns its code; undefined where none fits, or several do and none is called just so. */
export const stateCalled = (typed: string): string | undefined => {
  const wanted = typed.trim().toLowerCase();
  const exact = entriesOf('state').find(([code, name]) =>
    [code, name].some((one) => one.toLowerCase() === wanted),
  );
  if (exact !== undefined) return exact[0];
  const [only, ...others] = statesLike(typed);
  return others.length === 0 ? only?.code : undefined;
};

/** Those in whose name or code every word stands; few, and those that begin with it first. */
export const statesLike = (typed: string): readonly StateEntry[] => {
  if (typed.trim() === '') return [];
  return found(
    entriesOf('state').map(([code, name]) => ({ label: name, code, to: stateAddress(code) })),
    typed,
  );
};

interface StateEntry {
  readonly label: string;
  readonly code: string;
  readonly to: string;
}
