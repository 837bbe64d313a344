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
import type { NoteSigner, NoteVerifier } from './note-key.ts';
import { partsOfNote } from './note-text.ts';
import { signatureLine, signNote } from './note.ts';
import type { ProofLeaf, ProofLog, SignedHead } from './proof-log.ts';
import { mustBeAsSigned, mustBeSignedBy, mustHaveRoot } from './signed-head.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tiles.ts';
import { withSignature } from './witness.ts';

export interface SequencerOptions {
  readonly source: EventSource;
  readonly log: ProofLog;
  /** The key of the log, named like its origin. */
  readonly signers: readonly NoteSigner[];
  /** The key before it, which signs, too, until a time by the clock. */
  readonly former?: FormerSigner | null;
  /** All keys that the log has had: a file may come back that ends with a head of one of them. */
  readonly verifiers?: readonly NoteVerifier[];
  /** 64 hex digits, for events that were stored without a salt. */
  readonly legacySecret: string;
  /** A head that somebody kept elsewhere, and that the tree must go on from. */
  readonly known?: Checkpoint | undefined;
  /** Whom the first head of a file has to be shown first; null where there is nobody, or the log is new. */
  readonly beforeFirst?: BeforeFirst | null;
  /** RFC 3339. */
  readonly clock: () => string;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** Least time between two heads. */
  readonly checkpointMs: number;
}

export interface FormerSigner {
  readonly signer: NoteSigner;
  /** RFC 3339. */
  readonly until: string;
}

/** Those who saw this log before, where its file begins anew. */
export interface BeforeFirst {
  /**
   * Whether the tree, which reaches to the end of the store, is the one that they saw.
   * @throws {HistoryChanged} where it is not.
   * @throws {Error} while that is not known.
   */
  compare(): Promise<void>;
  /**
   * @returns the note with their signatures.
   * @throws {HistoryChanged} where to one of them it is another log.
   * @throws {Error} while not enough of them have signed.
   */
  cosigned(head: Pick<SignedHead, 'size' | 'note'>): Promise<string>;
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
  const { source, log, legacySecret, known, clock, elapsed, checkpointMs } = options;
  const { former = null, beforeFirst = null } = options;
  const nodes = nodesOf((level, index) => log.tile(level, index));
  let edge = frontier();
  let position = positionOfLast(log);
  let signed = log.newest()?.size ?? 0;
  let lastSigned = -Infinity;
  let isChecked = false;
  /** Null once the tree was seen to go on from it. */
  let ahead: Checkpoint | null = known ?? null;

  const signers = (): readonly NoteSigner[] =>
    former !== null && Date.parse(clock()) < Date.parse(former.until)
      ? [...options.signers, former.signer]
      : options.signers;

  /** A key that is new signs the newest head, too: no event may come for long. */
  const completeNewest = (): void => {
    const newest = log.newest();
    if (newest === undefined) return;
    const { text, signatures } = partsOfNote(newest.note);
    const missing = signers().filter(
      ({ name, keyId }) => !signatures.some((one) => one.name === name && one.keyId === keyId),
    );
    if (missing.length === 0) return;
    const lines = missing.map((signer) => signatureLine(signer, signer.sign(text))).join('');
    log.keep({ ...newest, note: withSignature(newest.note, lines) });
  };

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
    const isFirst = log.newest() === undefined;
    if (isFirst) await beforeFirst?.compare();
    const head = { origin: log.origin(), size: edge.size(), root: edge.root() };
    const own = { size: head.size, note: signNote(checkpointText(head), signers()) };
    const note = isFirst && beforeFirst !== null ? await beforeFirst.cosigned(own) : own.note;
    log.keep({ size: head.size, note, signedAt: clock() });
    signed = head.size;
    lastSigned = elapsed();
  };

  return {
    step: async (unsound) => {
      if (!isChecked) {
        mustBeAsSigned(log);
        // Before any key signs again: one that was exchanged must not.
        const known = [...options.signers, ...(former === null ? [] : [former.signer])];
        mustBeSignedBy(known, log, options.verifiers);
        await checkEnd();
        edge = frontier(log.size(), nodes);
        completeNewest();
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
