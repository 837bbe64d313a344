/** Which known words a misspelt one may stand for. */

/** Known words with few letters changed, left out, added or swapped, nearest first. At most a third of the letters. */
export const nearestTo = (written: string, known: readonly string[]): readonly string[] => {
  const most = Math.max(1, Math.floor(written.length / 3));
  return known
    .filter((word) => Math.abs(word.length - written.length) <= most)
    .map((word) => ({ word, changes: changesBetween(written, word) }))
    .filter(({ changes }) => changes <= most)
    .toSorted((one, other) => one.changes - other.changes || (one.word < other.word ? -1 : 1))
    .map(({ word }) => word);
};

/** Letters to change, add, leave out, or swap with the next one (optimal string alignment distance). */
const changesBetween = (one: string, other: string): number => {
  let [last, before]: [number[], number[]] = [Array.from({ length: other.length + 1 }, (_, n) => n), []];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(swapped ? Math.min(least, (before[j - 2] ?? 0) + 1) : least);
    }
    [last, before] = [row, last];
  }
  return last[other.length] ?? 0;
};
