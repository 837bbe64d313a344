/**
 * Whose a pledge is, the present tells: a state that left it reads what is between the Secretariat and the states concerned no
 * longer, neither of now nor of a day on which it carried the pledge. Much of that may have been recorded since.
 */
import { isOneOf } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import type { FoundRow, Views } from '@pledgeline/event-sourcing';
import { concernedIn } from '@pledgeline/pledge';
import { PLEDGE_REGISTER } from '../register/pledge-register.projection.ts';
import type { RegisterRow } from '../register/pledge-register.projection.ts';

/** Of rows of a past of the register, the keys of those that were of the caller's state and are not now. */
export const givenUp = async (
  found: readonly FoundRow<RegisterRow>[],
  present: Views,
  caller: Caller,
): Promise<ReadonlySet<string>> => {
  const isTheirs = (row: RegisterRow | undefined): boolean =>
    row !== undefined && isOneOf(concernedIn(row.pledge), caller);
  const keys = found.filter(({ row }) => isTheirs(row)).map(({ key }) => key);
  const now = await present.getMany<RegisterRow>(PLEDGE_REGISTER, keys);
  return new Set(keys.filter((key) => !isTheirs(now.get(key))));
};
