/** Chances that are the same in every run: of a seed and a number follows one sequence, on every machine. */
import { createHash } from 'node:crypto';

export interface Chances {
  /** True that often of a hundred times. */
  readonly inHundred: (times: number) => boolean;
  /** A whole number between the two, which may be either. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <Items extends readonly [unknown, ...unknown[]]>(items: Items) => Items[number];
}

/** Mulberry32: small, fast, and even enough for histories that only have to look alive. */
export const chancesOf = (seed: string, n: number): Chances => {
  let state = createHash('sha256').update(`${seed} ${n}`).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    inHundred: (times) => next() * 100 < times,
    between,
    oneOf: (items) => items[between(0, items.length - 1)] ?? items[0],
  };
};
