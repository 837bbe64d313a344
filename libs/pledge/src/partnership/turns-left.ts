/** What is left of a list of turns when a state leaves: it takes its turns with it. Accountability page, section 6. */
import { addDays } from '@pledgeline/contracts';
import type { Turn, TurnList } from './turns.state.ts';

/** Its turns from that day on are nobody's; what it has served stays on record. */
export const withoutTurnsOf = (state: string | null, list: TurnList, leftOn: string): TurnList => {
  const { turns, inPlace } = list;
  const kept = turns.map((turn, n) => (turn.state === state && n >= inPlace ? cutAt(turn, leftOn) : turn));
  const upToPlace = kept.slice(0, inPlace + 1).filter((turn) => turn !== null).length - 1;
  const open = turns.filter((_, n) => kept[n] === null).map(({ from }) => (from > leftOn ? from : leftOn));
  return {
    ...list,
    turns: kept.filter((turn) => turn !== null),
    inPlace: upToPlace,
    openFrom: earliest([...open, ...(list.openFrom === null ? [] : [list.openFrom])]),
  };
};

/** Null where nothing of it was served. */
const cutAt = (turn: Turn, leftOn: string): Turn | null => {
  if (turn.to < leftOn) return turn;
  return turn.from < leftOn ? { ...turn, to: addDays(leftOn, -1) } : null;
};

const earliest = (days: readonly string[]): string | null =>
  days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
