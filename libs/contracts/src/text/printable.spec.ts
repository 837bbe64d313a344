import fc from 'fast-check';
import { printable, printableJson } from './printable.ts';

it.each([
  ['\u001B[31mred\u0007', '<U+001B>[31mred<U+0007>'],
  ['a\u009Bb', 'a<U+009B>b'],
  ['a\u202Eb\u2066c', 'a<U+202E>b<U+2066>c'],
  ['a\uFFF9b', 'a<U+FFF9>b'],
  ['zero\u200Bwidth\uFEFF', 'zero<U+200B>width<U+FEFF>'],
  ['tag\u{E0041}', 'tag<U+E0041>'],
  ['half \uD83D', 'half <U+D83D>'],
  ['one\r\ntwo\nthree', 'one⏎two⏎three'],
  ['a\rb\u2028c\u0085d', 'a<U+000D>b<U+2028>c<U+0085>d'],
  ['a\tb', 'a b'],
])('%j is printed as %j', (text, printed) => {
  expect(printable(text)).toBe(printed);
});

it.each(['Côte d’Ivoire', 'Türkiye', 'الأردن', '日本', 'भारत', '🇺🇳', '✔️', 'a – b', 'no\u00A0break'])(
  '%s is printed as it is',
  (text) => {
    expect(printable(text)).toBe(text);
  },
);

it('printed twice is printed once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => printable(printable(text)) === printable(text)),
  );
});

it('JSON reads back as the same value and shows nothing that a terminal obeys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const printed = printableJson({ value, [text]: text });
      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify({ value, [text]: text })));
      expect(printed).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});
