/**
 * The public reads no caveats. Other states read those that are meant for states; the Secretariat and the state concerned read
 * all of them. Talks about caveats are in the history alone, for the Secretariat.
 */
import { CAVEAT_KINDS, readsAmongStates, type Caller } from '@pledgeline/contracts';
import type { ViewQuery } from '@pledgeline/event-sourcing';
import { openCaveats, type Caveat, type Pledge } from '@pledgeline/pledge';
import { onlyStateOf } from '../../visibility/audience.ts';

export type ReadCaveat = Omit<Caveat, 'visibility'>;

/** Null where the caller reads none, so that nobody takes it for a unit without caveats. */
export const caveatsFor = (pledge: Pledge, caller: Caller): readonly ReadCaveat[] | null => {
  if (!readsAmongStates(caller)) return null;
  return pledge.caveats.map(({ visibility: _, ...caveat }) => caveat);
};

export interface CaveatFilters {
  /** A kind of which one is open, or `none` for pledges without any. */
  readonly caveat?: string | undefined;
  /** A kind of which none is open. */
  readonly withoutCaveat?: string | undefined;
}

export const NO_CAVEAT = 'none';

/**
 * Readers of all may ask about caveats, and a state about its own pledges. To others, what the answer leaves out would reveal
 * caveats that they may not read.
 * @throws {Rejected} FORBIDDEN
 */
export const caveatsWhere = (
  { caveat, withoutCaveat }: CaveatFilters,
  caller: Caller,
): NonNullable<ViewQuery['where']> => {
  if (caveat === undefined && withoutCaveat === undefined) return {};
  const ownState = onlyStateOf(caller);
  const fits = (kinds: readonly string[]): boolean =>
    (caveat === undefined || (caveat === NO_CAVEAT ? kinds.length === 0 : kinds.includes(caveat))) &&
    (withoutCaveat === undefined || !kinds.includes(withoutCaveat));
  return {
    caveats: { in: everySetOfKinds.filter(fits).map(column) },
    ...(ownState !== null && { memberState: ownState }),
  };
};

/** The kinds of open caveats, in one column. */
export const openCaveatKinds = (pledge: Pledge): string => {
  const open = new Set<string>(openCaveats(pledge).map(({ kind }) => kind));
  return column(CAVEAT_KINDS.filter((kind) => open.has(kind)));
};

const column = (kinds: readonly string[]): string => kinds.join(' ');

const everySetOfKinds = CAVEAT_KINDS.reduce<readonly (readonly string[])[]>(
  (sets, kind) => [...sets, ...sets.map((set) => [...set, kind])],
  [[]],
);
