/**
 * Places to wait in for an answer: so many are computed at once, so many wait, so many of these on one account, and some are kept for
 * those who have signed in. Who finds none is told so at once, which costs nothing. Accounts take turns, so that who asks one
 * question does not wait for all of who asks many.
 */
import { TooBusy } from '@pledgeline/event-sourcing';
import type { Asker, Cost } from '@pledgeline/event-sourcing';

export interface PlacesOfCost {
  /** Computed at the same time. */
  readonly atOnce: number;
  /** Waiting, besides those. */
  readonly waiting: number;
  /** Of the places to wait in, those that only who has signed in may take. */
  readonly keptForSignedIn: number;
  /** Taken on one account that has not signed in. */
  readonly perStranger: number;
  /** The same on one that has. */
  readonly perSubject: number;
  /** Seconds after which it is worth asking again. */
  readonly retryAfter: number;
}

/**
 * One thread computes; it turns from one computation to the next every few milliseconds. Answers that cost little are therefore
 * begun at once, and those that cost much one or two at a time. A page for people asks some ten questions at once.
 */
export const PLACES: Readonly<Record<Cost, PlacesOfCost>> = {
  ROW: { atOnce: 16, waiting: 512, keptForSignedIn: 256, perStranger: 64, perSubject: 128, retryAfter: 1 },
  LIST: { atOnce: 4, waiting: 128, keptForSignedIn: 64, perStranger: 16, perSubject: 64, retryAfter: 1 },
  FIGURES: { atOnce: 2, waiting: 64, keptForSignedIn: 32, perStranger: 16, perSubject: 32, retryAfter: 3 },
  PAST: { atOnce: 1, waiting: 8, keptForSignedIn: 4, perStranger: 2, perSubject: 3, retryAfter: 10 },
  EXPORT: { atOnce: 3, waiting: 8, keptForSignedIn: 8, perStranger: 1, perSubject: 2, retryAfter: 10 },
  OPEN_EXPORT: { atOnce: 2, waiting: 8, keptForSignedIn: 0, perStranger: 1, perSubject: 1, retryAfter: 10 },
};

/** Questions about one thing that share a place: those of a page about one past. */
const SHARING = 16;

export interface Visitor extends Omit<Asker, 'gone'> {
  /** Several questions of one caller about the same thing take one place; null where each takes its own. */
  readonly about: string | null;
}

export interface Places {
  /**
   * Resolves when it is its turn.
   * @returns what gives the place back.
   * @throws {TooBusy} at once when there is none.
   * @throws {unknown} the signal's reason when it is aborted while waiting.
   */
  enter(cost: Cost, visitor: Visitor, signal: AbortSignal): Promise<() => void>;
}

export const placesFor = (limits: Readonly<Record<Cost, PlacesOfCost>> = PLACES): Places => {
  const rooms = new Map<Cost, Room>();
  return {
    enter: (cost, visitor, signal) => {
      let room = rooms.get(cost);
      if (room === undefined) rooms.set(cost, (room = roomOf(limits[cost])));
      return room(visitor, signal);
    },
  };
};

type Room = (visitor: Visitor, signal: AbortSignal) => Promise<() => void>;

/** A place that is taken, by one question or by several about the same thing. */
interface Place {
  readonly account: string;
  readonly hasSignedIn: boolean;
  questions: number;
  computing: number;
}

interface Waiting {
  readonly account: string;
  readonly begin: () => void;
}

const roomOf = (limits: PlacesOfCost): Room => {
  const taken = new Map<string, Place>();
  const line = new Set<Waiting>();
  const servedLast = new Map<string, number>();
  let computing = 0;
  let served = 0;
  let unshared = 0;

  const placeFor = ({ account, hasSignedIn, about }: Visitor): [string, Place] => {
    const key = JSON.stringify([account, about ?? (unshared += 1)]);
    const known = taken.get(key);
    if (known !== undefined) {
      if (known.questions >= SHARING) throw own(SHARING);
      return [key, known];
    }
    const places = [...taken.values()];
    const most = hasSignedIn ? limits.perSubject : limits.perStranger;
    if (places.filter((place) => place.account === account).length >= most) throw own(most);
    const waiting = places.filter((place) => place.computing === 0);
    const strangers = waiting.filter((place) => !place.hasSignedIn).length;
    const isFull =
      computing >= limits.atOnce &&
      (waiting.length >= limits.waiting ||
        (!hasSignedIn && strangers >= limits.waiting - limits.keptForSignedIn));
    if (isFull)
      throw new TooBusy('Too many questions wait for an answer: ask again later.', limits.retryAfter);
    const place = { account, hasSignedIn, questions: 0, computing: 0 };
    taken.set(key, place);
    return [key, place];
  };

  const own = (number: number): TooBusy =>
    new TooBusy(`${number} of your questions wait for an answer: ask again later.`, limits.retryAfter);

  const turn = (place: Place, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const leaveLine = (): void => {
        line.delete(waiting);
        reject(signal.reason as Error);
      };
      const { account } = place;
      const waiting: Waiting = {
        account,
        begin: () => {
          signal.removeEventListener('abort', leaveLine);
          line.delete(waiting);
          computing += 1;
          place.computing += 1;
          servedLast.set(account, (served += 1));
          resolve();
        },
      };
      line.add(waiting);
      signal.addEventListener('abort', leaveLine);
      next();
    });

  /** The account that was not served for the longest; on one account, first come first served. */
  const next = (): void => {
    if (computing >= limits.atOnce) return;
    let first: Waiting | undefined;
    for (const waiting of line) {
      const isEarlier =
        first === undefined || (servedLast.get(waiting.account) ?? 0) < (servedLast.get(first.account) ?? 0);
      if (isEarlier) first = waiting;
    }
    first?.begin();
  };

  return async (visitor, signal) => {
    signal.throwIfAborted();
    const [key, place] = placeFor(visitor);
    const { account } = place;
    place.questions += 1;
    const leave = (): void => {
      place.questions -= 1;
      if (place.questions > 0) return;
      taken.delete(key);
      if (![...taken.values()].some((other) => other.account === account)) servedLast.delete(account);
    };
    try {
      await turn(place, signal);
    } catch (error) {
      leave();
      throw error;
    }
    return () => {
      computing -= 1;
      place.computing -= 1;
      leave();
      next();
    };
  };
};
