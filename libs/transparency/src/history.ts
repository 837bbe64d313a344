/** The store as the log sees it, and what is said when it is not what it was. */
import { entryOf, foreign } from './event-leaf.ts';
import type { LeafEvent } from './event-leaf.ts';
import { HASH_BYTES } from './hash-texts.ts';
import type { ComparedLog } from './proof-log.ts';
import { TILE_WIDTH, widthIn } from './tiles.ts';

/** An event, and its place in the store. */
export interface StoredEvent extends LeafEvent {
  readonly position: string;
  /** Why it cannot be what this application wrote, where the store sees that by itself. */
  readonly flaw?: string | undefined;
}

/** All events of the store in the order in which they were committed, whatever they are. */
export interface EventSource {
  readAll(page: {
    readonly after?: string | undefined;
    readonly limit: number;
    /** Looks at bytes, too: what changes nothing that an event says, such as a space, is a flaw where the store keeps texts. */
    readonly isExact?: boolean;
  }): Promise<readonly StoredEvent[]>;
}

/** What was signed is no longer so: an event of the store, or the file of the log, was changed. Nothing is signed any more. */
export class HistoryChanged extends Error {
  override readonly name = 'HistoryChanged';
}

/** @throws {ForeignEvent} */
export const storedEntry = (event: StoredEvent, legacySecret: string): Buffer => {
  if (event.flaw !== undefined) throw foreign(event, event.flaw);
  return entryOf(event, legacySecret);
};

/**
 * Makes the entries of 256 leaves anew, as far as they are kept, and compares.
 * @returns how many there were.
 * @throws {HistoryChanged} naming the first event that differs, or the leaf that has none.
 */
export const compareBlock = async (
  source: EventSource,
  log: ComparedLog,
  legacySecret: string,
  block: number,
): Promise<number> => {
  const entries = log.entries(block);
  const positions = log.positions(block);
  const count = positions.length;
  const expected = widthIn(log.size(), { level: 'entries', index: block });
  if (count !== expected || entries.length !== expected * HASH_BYTES)
    throw new HistoryChanged(
      `the file of the log has ${entries.length / HASH_BYTES} entries and ${count} places of the ${expected} leaves of block ${block}`,
    );
  if (count === 0) return 0;
  const after = block === 0 ? undefined : log.positions(block - 1).at(-1);
  const events = await source.readAll({ after, limit: count, isExact: true });
  for (let n = 0; n < count; n += 1) {
    const leaf = block * TILE_WIDTH + n;
    const event = events[n];
    if (event === undefined) throw new HistoryChanged(`the store ends before leaf ${leaf}`);
    const kept = entries.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES);
    if (event.position !== positions[n] || !isEntryOf(event, legacySecret, kept))
      throw new HistoryChanged(
        `${event.stream}@${event.revision} is not what was signed as leaf ${leaf}${event.flaw === undefined ? '' : `: ${event.flaw}`}`,
      );
  }
  return count;
};

/** What cannot be hashed was not hashed before. */
const isEntryOf = (event: StoredEvent, legacySecret: string, kept: Uint8Array): boolean => {
  try {
    return storedEntry(event, legacySecret).equals(kept);
  } catch {
    return false;
  }
};
