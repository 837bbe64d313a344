import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';

it('the order of members says nothing, at any depth', () => {
  const one = { b: [{ y: 1, x: 2 }], a: { d: 1, c: null } };
  const other = { a: { c: null, d: 1 }, b: [{ x: 2, y: 1 }] };
  expect(canonicalJson(one)).toBe(canonicalJson(other));
});

it('the order of a list says something', () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

it.each([
  [{ a: 1 }, { a: '1' }],
  [{ a: null }, {}],
  [{ a: '' }, { a: null }],
  [[], {}],
  [undefined, {}],
  [{ a: { b: 1 } }, { a: '{"b":1}' }],
])('%j is not %j', (one, other) => {
  expect(canonicalJson(one)).not.toBe(canonicalJson(other));
});

it('no body is the empty text', () => {
  expect(canonicalJson(undefined)).toBe('');
});

it('it is the JSON of the value with its members in order, as the hashes of stored commands have it', () => {
  const inOrder = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const withNumbers = fc.dictionary(
    fc.constantFrom('10', '9', '1', '01', '-1', 'b', 'a', ''),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), withNumbers), (value) => {
      expect(canonicalJson(value)).toBe(JSON.stringify(value, inOrder));
    }),
  );
  expect(canonicalJson({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
});
