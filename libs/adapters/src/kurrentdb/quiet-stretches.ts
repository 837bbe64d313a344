/** Stretches of the log that hold events of others only: once read past, they are not read again. */
import type { Position } from '@pledgeline/event-sourcing';
import { logPositionOf } from './recorded-event.ts';

export interface QuietStretches {
  /** Between the two, both of them exclusive or others' own, lies nothing of ours. */
  note(after: Position | undefined, through: Position): void;
  /** The place to read from instead: as far as is known to hold nothing after it. */
  endOf(after: Position | undefined): Position | undefined;
}

/** As many readers as go through the log at the same time. */
const MOST = 32;

export const quietStretches = (): QuietStretches => {
  const known = new Map<Position | undefined, Position>();
  return {
    note(after, through) {
      const before = known.get(after) ?? after;
      if (before !== undefined && logPositionOf(before).commit >= logPositionOf(through).commit) return;
      known.delete(after);
      known.set(after, through);
      for (const oldest of known.keys()) {
        if (known.size <= MOST) break;
        known.delete(oldest);
      }
    },
    endOf(after) {
      let end = after;
      for (let next = known.get(end); next !== undefined; next = known.get(end)) end = next;
      return end;
    },
  };
};
