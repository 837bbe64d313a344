/**
 * The public reads no caveats. Other states read those that are meant for states; the Secretariat and the state concerned read
 * all of them. Talks about caveats are in the history alone, for the Secretariat.
 */
import {
  CAVEAT_KINDS,
  missionClosesOn,
  readsAmongStates,
  type Caller,
  type LiftingConfirmer,
} from '@pledgeline/contracts';
import type { ViewQuery, Views } from '@pledgeline/event-sourcing';
import { isGivenUp, liftingWaitsFor, openCaveats, type Caveat, type Pledge } from '@pledgeline/pledge';
import { onlyStateOf } from '../../visibility/audience.ts';
import { hasClosed, MISSION_CALENDAR, type MissionRow } from '../mission-calendar.view.ts';

type Lifting = NonNullable<Caveat['lifting']>;

export type ReadCaveat = Omit<Caveat, 'visibility' | 'lifting'> & {
  readonly lifting:
    | (Pick<Lifting, 'givenUpOn' | 'reference' | 'refused'> & {
        readonly confirmed: readonly Omit<Lifting['confirmed'][number], 'actor'>[];
        readonly waitsFor: readonly LiftingConfirmer[];
      })
    | null;
};

/** Who said it in which role is shown, never the person. Null where the caller reads none, so that nobody takes it for a unit without caveats. */
export const caveatsFor = async (
  pledge: Pledge,
  caller: Caller,
  views: Views,
  today: string,
): Promise<readonly ReadCaveat[] | null> => {
  if (!readsAmongStates(caller)) return null;
  const codes = new Set(pledge.caveats.filter(isGivenUp).flatMap(({ foundIn }) => foundIn ?? []));
  const closed = new Set<string>();
  for (const code of codes) {
    const mission = await views.get<MissionRow>(MISSION_CALENDAR, code);
    if (hasClosed(missionClosesOn(code, mission?.closesOn ?? null), today)) closed.add(code);
  }
  return caveatsShown(pledge, closed);
};

/** The same by the pledge alone: closed are the missions that the reference data close. */
export const caveatsOnTheirOwn = (
  pledge: Pledge,
  caller: Caller,
  today: string,
): readonly ReadCaveat[] | null => {
  if (!readsAmongStates(caller)) return null;
  const codes = pledge.caveats.flatMap(({ foundIn }) => foundIn ?? []);
  return caveatsShown(pledge, new Set(codes.filter((code) => hasClosed(missionClosesOn(code, null), today))));
};

const caveatsShown = (pledge: Pledge, closed: ReadonlySet<string>): readonly ReadCaveat[] =>
  pledge.caveats.map((caveat) => {
    const { visibility: _, lifting, ...shown } = caveat;
    if (lifting === null) return { ...shown, lifting };
    const { givenUpOn, reference, refused } = lifting;
    const confirmed = lifting.confirmed.map(({ by, on }) => ({ by, on }));
    const waitsFor = liftingWaitsFor(caveat, pledge, closed.has(caveat.foundIn ?? ''));
    return { ...shown, lifting: { givenUpOn, reference, confirmed, waitsFor, refused } };
  });

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
  const ownState = onlyStateOf(caller, { field: caveat === undefined ? 'withoutCaveat' : 'caveat' });
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
