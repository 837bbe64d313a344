import fc from 'fast-check';
import { restAfter } from './rest.ts';

const limits = { restMs: 20, maxRestMs: 100 };

it.each([
  ['a broker with nothing else to do', 0, 0, 20],
  ['a quick one', 4, 0, 16],
  ['one with something to do', 10, 0, 20],
  ['a busy one', 30, 0, 60],
  ['a slow one', 50, 0, 100],
  ['one that stood still', 30_000, 0, 100],
  ['a busy one, half a batch', 30, 0.5, 30],
  ['a busy one, a full batch', 30, 1, 0],
  ['a quick one, a full batch', 1, 1, 0],
])('%s: after %d ms of work for a batch of fullness %d it rests for %d ms', (_, tookMs, fullness, rest) => {
  expect(restAfter({ tookMs, fullness }, limits)).toBe(rest);
});

const ms = fc.integer({ min: 0, max: 5000 });

it('after a few events the next batch never begins sooner than the shortest rest allows, nor later than the longest', () => {
  fc.assert(
    fc.property(ms, ms, ms, (tookMs, restMs, maxRestMs) => {
      const rest = restAfter({ tookMs, fullness: 0 }, { restMs, maxRestMs });
      expect(tookMs + rest).toBeGreaterThanOrEqual(restMs);
      expect(rest).toBeLessThanOrEqual(Math.max(restMs, maxRestMs));
    }),
  );
});

it('a fuller batch is never followed by a longer rest', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(ms, part, part, (tookMs, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      const after = (fullness: number): number => restAfter({ tookMs, fullness }, limits);
      expect(after(more)).toBeLessThanOrEqual(after(less));
      expect(after(more)).toBeGreaterThanOrEqual(0);
    }),
  );
});
