/**
 * A set of whole numbers below 2^52 that only grows, in 12 to 25 bytes each: many millions of objects would be a burden to
 * the garbage collector. Parts grow one by one, so that no addition takes long.
 */
export interface KeySet {
  has(key: number): boolean;
  add(key: number): void;
}

interface Part {
  slots: Float64Array;
  count: number;
}

const PARTS = 1024;
const SMALLEST = 16;
const FULLEST = 0.65;

/** @param expected how many are about to be added: makes room for them at once. */
export const keySet = (expected: number): KeySet => {
  const size = roomFor(expected / PARTS);
  const parts = Array.from({ length: PARTS }, (): Part => ({ slots: new Float64Array(size), count: 0 }));

  return {
    has(key) {
      const slots = parts[partOf(key)]?.slots;
      return slots !== undefined && slots[slotOf(slots, key)] === stored(key);
    },
    add(key) {
      const part = parts[partOf(key)];
      if (part === undefined) return;
      if (part.count >= part.slots.length * FULLEST) part.slots = grown(part.slots);
      const slot = slotOf(part.slots, key);
      if (part.slots[slot] === 0) part.count += 1;
      part.slots[slot] = stored(key);
    },
  };
};

const roomFor = (count: number): number => Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(count / FULLEST + 1)));

/** Zero means empty. */
const stored = (key: number): number => key + 1;

const partOf = (key: number): number => Math.floor(key / 2 ** 32) % PARTS;

/** Where the key is, or where it belongs: the next free place. */
const slotOf = (slots: Float64Array, key: number): number => {
  const mask = slots.length - 1;
  let slot = key & mask;
  for (let found = slots[slot]; found !== 0 && found !== stored(key); found = slots[slot])
    slot = (slot + 1) & mask;
  return slot;
};

const grown = (slots: Float64Array): Float64Array => {
  const larger = new Float64Array(slots.length * 2);
  for (const found of slots) if (found !== 0) larger[slotOf(larger, found - 1)] = found;
  return larger;
};
