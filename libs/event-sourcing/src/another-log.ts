/**
 * Whether the log is the one that a kept place is of. One that was restored from a backup is shorter, or has grown differently
 * since: whoever went on in it would leave events out, or tell of some that are not there, and nobody would know.
 */
import type { Position } from './event.ts';
import type { EventAt, EventStore } from './event-store.ts';
import { HistoryIncomplete } from './history-incomplete.ts';
import { knownEventOf } from './kept-place.ts';
import type { KeptPlace, StreamRevision } from './kept-place.ts';

const PAGE = 'docs/operations.md, "A log that is not the one that was known"';

/** Nothing that goes away when it is tried again: an operator has to decide what is right, and to start the services anew. */
export class AnotherLog extends Error {
  readonly code = 'ANOTHER_LOG';

  /**
   * @param known what was known of the log, and is not so.
   * @param end the position of its last event; null for a log that is empty.
   */
  constructor(
    known: string,
    readonly end: Position | null,
  ) {
    super(
      `this is not the log that was known: ${known}. The log ${end === null ? 'is empty' : `ends at ${end}`}. What to do: ${PAGE}`,
    );
    this.name = 'AnotherLog';
  }
}

/**
 * Compares a kept place with the log. Where an administrator has removed the event by which it is known, the place holds.
 * @returns the place; what an earlier version did not keep of its event is now added.
 * @throws {AnotherLog} when the log ends before it, nothing can stand there, another event does, or it is of another kind of log.
 * @throws {StoreUnavailable} while that cannot be known.
 */
export const mustBeIn = async (
  log: Pick<EventStore, 'at' | 'last'>,
  place: KeptPlace,
): Promise<KeptPlace> => {
  const refused = async (position: Position, why: string): Promise<AnotherLog> =>
    new AnotherLog(`${position} was reached, and ${why}`, (await log.last()) ?? null);
  const { position, event: known } = place;

  const at = async (at: Position, stood?: StreamRevision): Promise<EventAt> => {
    try {
      return await log.at(at, stood);
    } catch (error) {
      // One of another kind of store. Asked again it would be none either.
      if (error instanceof TypeError) throw await refused(at, 'it is no position of such a log');
      throw error;
    }
  };

  const isAtIt = known?.position === position;
  const there = await at(position, isAtIt ? known.in : undefined);
  if (there.is === 'beyond-the-end') throw await refused(position, 'the log ends before it');
  if (there.is === 'nothing') throw await refused(position, 'no event begins there');
  if (known === null) {
    const { event } = there;
    return event === undefined ? place : { position, event: knownEventOf(event) };
  }
  const { is, event } = isAtIt ? there : await at(known.position, known.in);
  if (is === 'removed') return place;
  if (event?.id === known.id) return { position, event: knownEventOf(event) };
  const now = event === undefined ? 'no event of ours stands there' : `event ${event.id} stands there`;
  throw await refused(
    position,
    `the last event before it was ${known.id} at ${known.position}, and now ${now}`,
  );
};

/**
 * Compares a stream with the log, for who keeps no positions. A stream whose beginning is hidden says nothing: an administrator
 * may have deleted it, and that is found out elsewhere.
 * @param revision the last one that is known.
 * @throws {AnotherLog} when the stream ends before it.
 * @throws {StoreUnavailable} while that cannot be known.
 */
export const mustReach = async (
  log: Pick<EventStore, 'read' | 'last'>,
  stream: string,
  revision: number,
): Promise<void> => {
  if (!(await endsBefore(log, stream, revision))) return;
  throw new AnotherLog(
    `${stream} was at revision ${revision}, and ends before it`,
    (await log.last()) ?? null,
  );
};

/** Only of a stream that is shown from its beginning on is it known where it ends. */
const endsBefore = async (
  log: Pick<EventStore, 'read'>,
  stream: string,
  revision: number,
): Promise<boolean> => {
  try {
    if ((await log.read(stream, { from: revision, limit: 1 })).length > 0) return false;
    const [first] = await log.read(stream, { limit: 1 });
    return first?.revision === 0;
  } catch (error) {
    // Deleted for good.
    if (error instanceof HistoryIncomplete) return false;
    throw error;
  }
};
