/** What a reader is told of a list that has moved on. */
import fc from 'fast-check';
import { isNothing, newerRows } from './newer-rows.ts';

const rows = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((row) => ({ id: row.slice(0, 1), says: row.slice(1) }));
const of = (before: string, after: string) => newerRows(rows(before), rows(after), ({ id }) => id);

it.each([
  ['', '', [0, 0, 0]],
  ['a b', 'a b', [0, 0, 0]],
  ['a b', 'b a', [0, 0, 0]],
  ['a b', 'c a b', [1, 0, 0]],
  ['a b', 'b', [0, 1, 0]],
  ['a1 b1', 'a2 b1', [0, 0, 1]],
  ['a1 b1 c1', 'b2 d1', [1, 2, 1]],
])('from “%s” to “%s”: came, went, changed are %j', (before, after, expected) => {
  const { came, went, changed } = of(before, after);
  expect([came, went, changed]).toEqual(expected);
});

it('what came and what went account for how many there are', () => {
  const list = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), says: fc.constantFrom('1', '2') }),
    {
      selector: ({ id }) => id,
    },
  );
  fc.assert(
    fc.property(list, list, (before, after) => {
      const found = newerRows(before, after, ({ id }) => id);
      expect(before.length + found.came - found.went).toBe(after.length);
      expect(isNothing(newerRows(before, before, ({ id }) => id))).toBe(true);
      const back = newerRows(after, before, ({ id }) => id);
      expect([back.came, back.went, back.changed]).toEqual([found.went, found.came, found.changed]);
    }),
  );
});
