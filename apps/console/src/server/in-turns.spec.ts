/** Of many requests four are on their way at any time, as long as there are so many, and each is sent once. */
import { setTimeout as after } from 'node:timers/promises';
import fc from 'fast-check';
import { inTurns } from './in-turns.ts';

it('each once, never more than so many at the same time, and as many as may be', async () => {
  const delays = fc.array(fc.nat({ max: 3 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(delays, fc.integer({ min: 1, max: 6 }), async (items, atOnce) => {
      let running = 0;
      let most = 0;
      const begun: number[] = [];
      const results = await inTurns([...items.entries()], atOnce, async ([n, delay]) => {
        begun.push(n);
        most = Math.max(most, ++running);
        await after(delay);
        running -= 1;
        return `${n} ${delay}`;
      });
      expect(results).toEqual(items.map((delay, n) => `${n} ${delay}`));
      expect(begun).toEqual([...items.keys()]);
      expect(most).toBe(Math.min(atOnce, items.length));
    }),
    { numRuns: 40 },
  );
});
