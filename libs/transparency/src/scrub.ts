/** Reads every event of the store again and compares it with what was hashed of it, and that with the tiles that are served. */
import { compareBlock } from './history.ts';
import type { EventSource } from './history.ts';
import type { ComparedLog } from './proof-log.ts';
import { mustHaveTiles } from './tiles-of-entries.ts';
import { TILE_WIDTH } from './tiles.ts';

export interface ScrubOptions {
  readonly source: EventSource;
  readonly log: ComparedLog;
  readonly legacySecret: string;
  /** Called after 256 events each, with how many were compared; it may wait, so that others have the machine. */
  readonly breathe: (compared: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Up to the leaf that was the last when it began, or until the signal aborts.
 * @returns how many events were compared.
 * @throws {HistoryChanged} naming the first event, or tile, that differs.
 */
export const scrub = async ({
  source,
  log,
  legacySecret,
  breathe,
  signal,
}: ScrubOptions): Promise<number> => {
  const blocks = Math.ceil(log.size() / TILE_WIDTH);
  let compared = 0;
  for (let block = 0; block < blocks && !signal.aborted; block += 1) {
    compared += await compareBlock(source, log, legacySecret, block);
    mustHaveTiles(log, block);
    await breathe(compared);
  }
  return compared;
};
