/**
 * The checkpoint of the group that feeds a file of read models, kept in that file. Once the rows were thrown away, the group
 * has to load it again: until then it may neither move it nor write rows, which would be those of a history without its
 * beginning.
 */
import type { Checkpoints } from '@pledgeline/event-sourcing';
import { answerOf } from './sqlite-database.ts';

interface FeedingCheckpoints extends Checkpoints {
  /** The rows were thrown away. */
  emptied(): void;
  /** @throws {Error} while a group goes on from where it was before the rows were thrown away. */
  check(): void;
}

export const feedingCheckpoints = (stored: Checkpoints): FeedingCheckpoints => {
  let fed = false;
  let stale = false;
  const check = (): void => {
    if (stale) throw new Error('these read models were emptied: their group starts over');
  };
  return {
    load(group) {
      fed = true;
      stale = false;
      return stored.load(group);
    },
    save: (group, position) => answerOf(check).then(() => stored.save(group, position)),
    forget: (group) => stored.forget(group),
    emptied() {
      stale = fed;
    },
    check,
  };
};
