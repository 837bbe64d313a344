import fc from 'fast-check';
import { canonicalText } from './canonical.ts';
import { canonicalVectors } from './testing/vectors.ts';

describe('canonical text', () => {
  it.each(canonicalVectors.cases)('of $given', ({ given, canonical }) => {
    expect(canonicalText(JSON.parse(given))).toBe(canonical);
  });

  it.each([
    ['a lone surrogate in lower case', '\ud83d', String.raw`"\ud83d"`],
    ['a name that is one', { '\udfff': 1 }, String.raw`{"\udfff":1}`],
    ['minus zero as zero', -0, '0'],
    ['a large number with its exponent', 1e21, '1e+21'],
  ])('writes %s', (_, value, text) => {
    expect(canonicalText(value)).toBe(text);
  });

  it.each([[undefined], [Number.NaN], [Infinity], [1n], [{ a: undefined }]])(
    'refuses %p, which JSON does not hold',
    (value) => {
      expect(() => canonicalText(value)).toThrow(TypeError);
    },
  );

  it('gives back the value when it is parsed, and the same text for the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const stored = JSON.parse(JSON.stringify(value)) as unknown;
        const text = canonicalText(stored);
        const parsed = JSON.parse(text) as unknown;
        expect(parsed).toEqual(stored);
        expect(canonicalText(parsed)).toBe(text);
      }),
    );
  });

  it('does not depend on the order of members', () => {
    const members = fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([name]) => name });
    fc.assert(
      fc.property(members, (entries) => {
        expect(canonicalText(Object.fromEntries(entries.toReversed()))).toBe(
          canonicalText(Object.fromEntries(entries)),
        );
      }),
    );
  });
});
