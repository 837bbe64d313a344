import { faultIn } from './json-fault.ts';

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => wrap(inner), 1);

it('an object of ordinary values has no fault', () => {
  const body = {
    text: 'Côte d’Ivoire 🕊',
    number: -1.5,
    whole: Number.MAX_SAFE_INTEGER,
    none: null,
    list: [true],
  };
  expect(faultIn(body)).toBeUndefined();
});

it.each([[null], [[]], ['text'], [1], [true]])('%j is no body', (body) => {
  expect(faultIn(body)).toEqual({ field: 'body', message: 'the body is not a JSON object' });
});

it('twenty levels below the body are read, one more is not', () => {
  expect(faultIn({ a: nested(20, (inner) => ({ a: inner })) })).toBeUndefined();
  expect(faultIn({ a: nested(21, (inner) => ({ a: inner })) })).toMatchObject({ field: 'body' });
  expect(faultIn({ a: nested(21, (inner) => [inner]) })).toMatchObject({ field: 'body' });
});

it('half a million levels do not exhaust the stack', () => {
  expect(faultIn({ a: JSON.parse('['.repeat(400_000) + ']'.repeat(400_000)) })).toMatchObject({
    field: 'body',
  });
});

it.each([
  ['a null character', { a: [{ b: 'x\0y' }] }, 'a.0.b'],
  ['half a surrogate pair', { a: { b: '\ud800' } }, 'a.b'],
  ['a number beyond what is exact', { a: [1, 2 ** 53] }, 'a.1'],
  ['a negative number beyond what is exact', { a: -(2 ** 53) }, 'a'],
  ['a number without end', JSON.parse('{"a":1e400}'), 'a'],
])('%s is a fault, told by its field', (_what, body, field) => {
  expect(faultIn(body)).toEqual({ field, message: expect.stringContaining(`${field} must be`) });
});

it('a key that is no text is told without repeating it', () => {
  expect(faultIn({ 'a\0': 1 })).toMatchObject({ field: 'a\u{FFFD}' });
  expect(faultIn({ ['\ud800'.repeat(5000)]: 1 })?.field.length).toBeLessThanOrEqual(100);
});

it('no more members or items than any request has: validation would take too long', () => {
  const members = (length: number) => Object.fromEntries(Array.from({ length }, (_, n) => [`k${n}`, 1]));
  expect(faultIn(members(100))).toBeUndefined();
  expect(faultIn(members(101))).toMatchObject({ field: 'body' });
  expect(faultIn({ a: { b: members(101) } })).toMatchObject({ field: 'a.b' });
  expect(faultIn({ a: Array.from({ length: 1000 }, () => 1) })).toBeUndefined();
  expect(faultIn({ a: Array.from({ length: 1001 }, () => 1) })).toMatchObject({ field: 'a' });
});

it.each(['constructor', 'toString', 'hasOwnProperty'])(
  '%s, which every object inherits, is no field',
  (key) => {
    expect(faultIn({ a: { [key]: 1 } })).toEqual({
      field: `a.${key}`,
      message: `a.${key} is not a known field`,
    });
  },
);
