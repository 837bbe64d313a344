/** Many of the same, no more than some of them at once. Pure but for what it is to do. */

/** @returns what came of each, in the order of the items. @throws what `act` throws; what has begun by then goes on. */
export const inTurns = async <Item, Result>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [n, item] of waiting) results[n] = await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
};
