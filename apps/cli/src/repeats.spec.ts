import type { Outcome } from './outcome.ts';
import { amongOthers } from './repeats.ts';

const added = (thing: string | null, offer: string | null = null): Outcome => ({ is: 'added', thing, offer });
const unchanged = (thing: string): Outcome => ({ is: 'unchanged', thing, offer: null });

/** What became of rows on lines 2, 3 and so on. */
const became = (...outcomes: readonly Outcome[]): readonly Outcome[] => {
  const seen = amongOthers();
  return outcomes.map((outcome, nth) => seen(nth + 2, outcome));
};

it('a row that became what an earlier line became repeats that line, the first of them', () => {
  expect(became(added('a'), unchanged('a'), unchanged('b'), unchanged('a'), unchanged('b'))).toEqual([
    added('a'),
    { is: 'repeated', line: 2 },
    unchanged('b'),
    { is: 'repeated', line: 2 },
    { is: 'repeated', line: 4 },
  ]);
});

it('a new row that makes the offer of an earlier new row differs from it', () => {
  expect(became(added('a', 'offer'), added('b', 'offer'), added('c', 'other'))).toEqual([
    added('a', 'offer'),
    { is: 'changed', id: 'line 2', fields: [] },
    added('c', 'other'),
  ]);
});

it('what was left out, and what the server does not name, repeats nothing', () => {
  const rejected: Outcome = { is: 'rejected', fault: { field: '', reason: 'x', code: 'X' }, by: null };
  const changed: Outcome = { is: 'changed', id: 'a', fields: [] };
  const all = [rejected, rejected, changed, changed, added(null), added(null)];
  expect(became(...all)).toEqual(all);
});
