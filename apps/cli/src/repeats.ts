/** Which rows of a file say the same as an earlier one, and which make the same offer in other words. */
import type { Outcome } from './outcome.ts';

/** Rows are shown to it in the order of the file. @returns what became of the row, seen beside those before it. */
export type AmongOthers = (line: number, outcome: Outcome) => Outcome;

export const amongOthers = (): AmongOthers => {
  /** By what a row became: the line that said it first. */
  const lines = new Map<string, number>();
  const first = (key: string, line: number): number => {
    const known = lines.get(key) ?? line;
    lines.set(key, known);
    return known;
  };
  return (line, outcome) => {
    if (outcome.is !== 'added' && outcome.is !== 'unchanged') return outcome;
    const { thing, offer } = outcome;
    const same = thing === null ? line : first(thing, line);
    if (same !== line) return { is: 'repeated', line: same };
    const alike = outcome.is === 'unchanged' || offer === null ? line : first(offer, line);
    return alike === line ? outcome : { is: 'changed', id: `line ${alike}`, fields: [] };
  };
};
