/**
 * The present decides whose a row is. A state that left a pledge no longer reads what is between the Secretariat and the states
 * concerned: neither of now nor of a day on which it carried the pledge. Much of that may have been recorded since.
 */
import { isOneOf, type Caller } from '@pledgeline/contracts';
import type { FoundRow, Views } from '@pledgeline/event-sourcing';
import type { AnyView } from './view.ts';

/** Of rows of a historical view, the keys of those that were of the caller's state and are not now. */
export const formerlyOwned = async (
  { projection, concerned }: AnyView,
  found: readonly FoundRow<unknown>[],
  present: Views,
  caller: Caller,
): Promise<ReadonlySet<string>> => {
  if (concerned === undefined) return new Set();
  const owns = (row: unknown): boolean =>
    row !== undefined && isOneOf(concerned.statesOf(row as never), caller);
  const keys = found.filter(({ row }) => owns(row)).map(({ key }) => key);
  const now = await present.getMany(projection.name, keys);
  return new Set(keys.filter((key) => !owns(now.get(key))));
};
