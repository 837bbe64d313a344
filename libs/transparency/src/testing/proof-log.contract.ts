/** What every place that keeps the tree promises. */
import { checkpointText } from '../checkpoint.ts';
import { frontier } from '../frontier.ts';
import type { ProofLeaf, ProofLog } from '../proof-log.ts';
import { TILE_HEIGHT } from '../tiles.ts';
import { tiledTree } from './tiled-tree.ts';
import { vectorEntry } from './vectors.ts';

export interface ProofLogSubject {
  readonly log: ProofLog;
  /** Closes it, and opens the same place again. */
  reopen(): ProofLog;
  close(): void;
}

const ORIGIN = 'pledges.example/proof';

/** The leaves of the trees of the vectors, from the first one. */
export const vectorLeaves = (count: number): ProofLeaf[] => {
  const tree = frontier();
  return Array.from({ length: count }, (_, n) => {
    const entry = vectorEntry(n);
    const tileHashes = tree.add(entry).filter((_hash, level) => level % TILE_HEIGHT === 0);
    return { entry, position: `at-${n}`, tileHashes };
  });
};

const head = (size: number, signedAt: string) => ({
  size,
  note: `${checkpointText({ origin: ORIGIN, size, root: Buffer.alloc(32, size) })}\n— a b\n`,
  signedAt,
});

export const proofLogContract = (name: string, open: (origin: string) => ProofLogSubject): void => {
  describe(`the proof log in ${name}`, () => {
    let subject: ProofLogSubject;
    beforeEach(() => {
      subject = open(ORIGIN);
    });
    afterEach(() => subject.close());

    it('is empty at first, and knows which log it is', () => {
      const { log } = subject;
      expect([log.size(), log.newest(), log.origin()]).toEqual([0, undefined, ORIGIN]);
      expect([log.tile(0, 0).length, log.entries(0).length, log.positions(0)]).toEqual([0, 0, []]);
    });

    it.each([[1], [255], [256], [257], [1000], [66_000]])('keeps what was appended: %i leaves', (count) => {
      const leaves = vectorLeaves(count);
      // In batches that begin and end anywhere in a block.
      for (let at = 0; at < count; at += 777) subject.log.append(leaves.slice(at, at + 777));
      const tree = tiledTree(leaves.map(({ entry }) => entry));
      for (const open of [() => subject.log, () => subject.reopen()]) {
        const log = open();
        expect(log.size()).toBe(count);
        for (let block = 0; block <= Math.ceil(count / 256); block += 1) {
          const inBlock = leaves.slice(block * 256, (block + 1) * 256);
          expect(Buffer.compare(log.tile(0, block), tree.tile(0, block))).toBe(0);
          expect(Buffer.compare(log.entries(block), Buffer.concat(inBlock.map(({ entry }) => entry)))).toBe(
            0,
          );
          expect(log.positions(block)).toEqual(inBlock.map(({ position }) => position));
        }
        for (const [level, index] of [
          [1, 0],
          [1, 1],
          [2, 0],
          [3, 0],
        ] as const)
          expect(Buffer.compare(log.tile(level, index), tree.tile(level, index))).toBe(0);
      }
    });

    it.each([[1], [256], [257], [3000]])('finds the leaf of each position among %i', (count) => {
      const leaves = vectorLeaves(count);
      subject.log.append(leaves);
      const log = subject.reopen();
      leaves.forEach(({ position }, n) => expect(log.leafAt(position)).toBe(n));
      expect(log.leafAt(`at-${count}`)).toBeUndefined();
      expect(log.leafAt(`at-${10 * count}`)).toBeUndefined();
    });

    it('has no leaf for any position while it is empty', () => {
      expect(subject.log.leafAt('at-0')).toBeUndefined();
    });

    it('tells places that are two numbers apart by both', () => {
      const leaves = vectorLeaves(600).map((leaf, n) => ({ ...leaf, position: `${9 + 5 * n}/${8 + 5 * n}` }));
      subject.log.append(leaves);
      leaves.forEach(({ position }, n) => expect(subject.log.leafAt(position)).toBe(n));
      expect(() => subject.log.leafAt('14/12')).toThrow(RangeError);
      expect(() => subject.log.leafAt('3/2')).toThrow(RangeError);
    });

    it('goes on one leaf at a time, also after it was opened again', () => {
      const leaves = vectorLeaves(520);
      for (const leaf of leaves.slice(0, 300)) subject.log.append([leaf]);
      const log = subject.reopen();
      for (const leaf of leaves.slice(300)) log.append([leaf]);
      const tree = tiledTree(leaves.map(({ entry }) => entry));
      for (const index of [0, 1, 2]) expect(Buffer.compare(log.tile(0, index), tree.tile(0, index))).toBe(0);
      expect(log.positions(2)).toEqual(leaves.slice(512).map(({ position }) => position));
    });

    it('keeps the newest head, and none of more leaves than there are', () => {
      subject.log.append(vectorLeaves(3));
      subject.log.keep(head(2, '2026-12-01T09:00:00.000Z'));
      subject.log.keep(head(3, '2026-12-01T09:00:01.000Z'));
      expect(() => subject.log.keep(head(4, '2026-12-01T09:00:02.000Z'))).toThrow(RangeError);
      expect(subject.reopen().newest()).toEqual(head(3, '2026-12-01T09:00:01.000Z'));
    });

    it('takes the head of a tree without leaves, and the same one signed anew', () => {
      subject.log.keep(head(0, '2026-12-01T09:00:00.000Z'));
      const again = { ...head(0, '2026-12-01T10:00:00.000Z'), note: 'signed by two keys' };
      subject.log.keep(again);
      expect(subject.log.newest()).toEqual(again);
    });

    it('keeps beside the newest head the newest that witnesses signed, and none of more leaves than there are', () => {
      subject.log.append(vectorLeaves(3));
      expect(subject.log.cosigned()).toBeUndefined();
      const signed = { ...head(2, '2026-12-01T09:00:00.000Z'), note: 'signed by a witness' };
      subject.log.cosign(head(1, '2026-12-01T08:00:00.000Z'));
      subject.log.cosign(signed);
      subject.log.keep(head(3, '2026-12-01T09:00:01.000Z'));
      expect(() => subject.log.cosign(head(4, '2026-12-01T09:00:02.000Z'))).toThrow(RangeError);
      const log = subject.reopen();
      expect([log.cosigned(), log.newest()?.size]).toEqual([signed, 3]);
    });

    it('says of which log it is, whatever it is opened as later', () => {
      const log = subject.reopen();
      expect(log.origin()).toBe(ORIGIN);
    });
  });
};
