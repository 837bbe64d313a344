import fc from 'fast-check';
import { keySet } from './key-set.ts';

describe('key set', () => {
  /** Neighbours, extremes, and keys that differ in their highest or lowest bits only. */
  const key = fc.oneof(
    fc.nat(50),
    fc.nat(50).map((n) => 2 ** 52 - 1 - n),
    fc.nat(50).map((n) => n * 2 ** 32),
    fc.nat(50).map((n) => n * 2 ** 42 + 7),
    fc.maxSafeNat().map((n) => n % 2 ** 52),
  );

  it('has what was added, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 300 }),
        fc.array(key),
        fc.nat(5000),
        (added, asked, expected) => {
          const keys = keySet(expected);
          const truth = new Set(added);
          for (const one of [...added, ...added]) keys.add(one);
          for (const one of [...added, ...asked]) expect(keys.has(one)).toBe(truth.has(one));
        },
      ),
    );
  });

  it('grows', () => {
    const keys = keySet(0);
    const spread = (n: number): number => (n * 0x9e3779b97f4a7) % 2 ** 52;
    for (let n = 0; n < 100_000; n += 1) keys.add(spread(n));
    let found = 0;
    for (let n = 0; n < 200_000; n += 1) if (keys.has(spread(n))) found += 1;
    expect(found).toBe(100_000);
  });
});
