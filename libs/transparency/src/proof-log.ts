/**
 * The port to where the tree is kept: entries, tiles, positions, and the heads that were signed. What it promises is in
 * `testing/proof-log.contract.ts`. Synchronous: it is a file beside its one writer.
 */

export interface ProofLeaf {
  readonly entry: Uint8Array;
  /** Of the event in its store, which alone can compare or resume from it. */
  readonly position: string;
  /** The hashes that are final with it, by level of tiles. */
  readonly tileHashes: readonly Uint8Array[];
}

export interface SignedHead {
  readonly size: number;
  /** The signed checkpoint, byte for byte. */
  readonly note: string;
  /** By our clock, RFC 3339. */
  readonly signedAt: string;
}

/** What a reader needs, in any thread or process. */
export interface ProofReader {
  /** Leaves that are kept; some of them may not be signed yet. */
  size(): number;
  /** The newest head; undefined before the first is signed. */
  newest(): SignedHead | undefined;
  /** The newest head that enough witnesses have signed; undefined before there is one. */
  cosigned(): SignedHead | undefined;
  /** The hashes of a tile as far as they are kept, up to 256 of them; empty beyond the tree. */
  tile(level: number, index: number): Uint8Array;
  /** The entries of 256 leaves as far as they are kept; empty beyond the tree. */
  entries(block: number): Uint8Array;
  /**
   * Where the event of this position is in the log; undefined where it comes after all that are kept.
   * @throws {RangeError} for a position among those that are kept that is none of them.
   */
  leafAt(position: string): number | undefined;
  /** Of the events of 256 leaves as far as they are kept. */
  readonly positions: (block: number) => readonly string[];
  close(): void;
}

/** What somebody needs who compares the tree with the store. */
export interface ComparedLog extends ProofReader {
  /** Which log this file is. */
  origin(): string;
}

export interface ProofLog extends ComparedLog {
  /** All or nothing, and durable once it returns. */
  append(leaves: readonly ProofLeaf[]): void;
  /**
   * Durable once it returns. Of the older heads it keeps the first of each hour.
   * @throws {RangeError} for a head of more leaves than are kept.
   */
  keep(head: SignedHead): void;
  /**
   * As one that enough witnesses have signed, beside what `keep` holds. Of the older ones it keeps the first of each hour.
   * @throws {RangeError} for a head of more leaves than are kept.
   */
  cosign(head: SignedHead): void;
}
