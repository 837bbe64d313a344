/**
 * Follows the store and keeps the tree of it, and signs its head. Killed anywhere, it goes on from the file of the log: nothing
 * stands in it twice, and nothing is left out. Nothing is signed that contradicts what was signed before.
 */
import type { Checkpoint } from './checkpoint-text.ts';
import { checkpointText } from './checkpoint.ts';
import { ForeignEvent } from './event-leaf.ts';
import { frontier } from './frontier.ts';
import { compareBlock, storedEntry } from './history.ts';
import type { EventSource } from './history.ts';
import { nodesOf } from './nodes.ts';
import type { NoteSigner } from './note-key.ts';
import { signNote } from './note.ts';
import type { ProofLeaf, ProofLog } from './proof-log.ts';
import { mustBeAsSigned, mustBeSignedBy, mustHaveRoot } from './signed-head.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tiles.ts';

export interface SequencerOptions {
  readonly source: EventSource;
  readonly log: ProofLog;
  /** The key of the log; during a change of keys both. The first is named like the origin of the log. */
  readonly signers: readonly NoteSigner[];
  /** 64 hex digits, for events that were stored without a salt. */
  readonly legacySecret: string;
  /** A head that somebody kept elsewhere, and that the tree must go on from. */
  readonly known?: Checkpoint | undefined;
  /** RFC 3339. */
  readonly clock: () => string;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** Least time between two heads. */
  readonly checkpointMs: number;
}

export interface Sequencer {
  /**
   * Takes up one batch, and signs where a head is due.
   * @param unsound aborts once something else found that nothing may be signed any more: then this signs nothing.
   * @returns whether there is more to take up at once.
   * @throws {HistoryChanged} and {ForeignEvent}, after which this goes on never.
   * @throws {Error} of the store or the file, which may be tried again.
   */
  step(unsound?: AbortSignal): Promise<boolean>;
  /** Whether the newest head covers all that was seen of the store. */
  isCovered(): boolean;
}

const BATCH = 1000;

export const sequencer = (options: SequencerOptions): Sequencer => {
  const { source, log, signers, legacySecret, known, clock, elapsed, checkpointMs } = options;
  const nodes = nodesOf((level, index) => log.tile(level, index));
  let edge = frontier();
  let position = positionOfLast(log);
  let signed = log.newest()?.size ?? 0;
  let lastSigned = -Infinity;
  let isChecked = false;
  /** Null once the tree was seen to go on from it. */
  let ahead: Checkpoint | null = known ?? null;

  const checkEnd = async (): Promise<void> => {
    if (log.size() > 0)
      await compareBlock(source, log, legacySecret, Math.floor((log.size() - 1) / TILE_WIDTH));
  };

  /** @returns how many events it has read. */
  const takeUp = async (): Promise<number> => {
    const events = await source.readAll({ after: position, limit: BATCH });
    const leaves: ProofLeaf[] = [];
    let foreign: ForeignEvent | undefined;
    for (const event of events) {
      try {
        const entry = storedEntry(event, legacySecret);
        const tileHashes = edge.add(entry).filter((_, level) => level % TILE_HEIGHT === 0);
        leaves.push({ entry, position: event.position, tileHashes });
      } catch (error) {
        if (!(error instanceof ForeignEvent)) throw error;
        foreign = error;
        break;
      }
    }
    if (leaves.length > 0) {
      try {
        log.append(leaves);
      } catch (error) {
        edge = frontier(log.size(), nodes);
        throw error;
      }
      position = leaves.at(-1)?.position;
    }
    if (foreign !== undefined) throw foreign;
    return events.length;
  };

  const sign = async (unsound: AbortSignal | undefined): Promise<void> => {
    await checkEnd();
    if (unsound?.aborted === true) return;
    if (ahead !== null) {
      mustHaveRoot(log, ahead);
      ahead = null;
    }
    const head = { origin: log.origin(), size: edge.size(), root: edge.root() };
    log.keep({ size: head.size, note: signNote(checkpointText(head), signers), signedAt: clock() });
    signed = head.size;
    lastSigned = elapsed();
  };

  return {
    step: async (unsound) => {
      if (!isChecked) {
        mustBeAsSigned(log);
        // Before any key signs again: one that was exchanged must not.
        mustBeSignedBy(signers, log);
        await checkEnd();
        edge = frontier(log.size(), nodes);
        isChecked = true;
      }
      const read = await takeUp();
      const isMore = read === BATCH;
      const isDue = edge.size() > signed || log.newest() === undefined;
      if (!isMore && isDue && elapsed() - lastSigned >= checkpointMs) await sign(unsound);
      // Woken for nothing: what was committed may stand where the store was longer before.
      else if (read === 0 && !isDue) await checkEnd();
      return isMore;
    },
    isCovered: () => signed === edge.size() && isChecked,
  };
};

const positionOfLast = (log: ProofLog): string | undefined =>
  log.size() === 0 ? undefined : log.positions(Math.floor((log.size() - 1) / TILE_WIDTH)).at(-1);
