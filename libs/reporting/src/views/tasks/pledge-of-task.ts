/**
 * By what of its pledge a task is asked for. It is written with the task, so that the counts of a queue under these filters look at
 * tasks alone.
 */
import type { ViewQuery } from '@pledgeline/event-sourcing';
import { pledgeRegister } from '../register/pledge-register.view.ts';
import type { RegisterRow } from '../register/register-row.ts';

type Where = NonNullable<ViewQuery['where']>;

export interface PledgeOfTask {
  readonly conference: string | null;
  /** The capability, or the category where no capability is named. */
  readonly promised: string | null;
  /** Every state that carries the pledge. */
  readonly carriedBy: string | null;
}

/** Of the register, by the column of the task that says the same. */
const COLUMNS = { conference: 'conference', promised: 'kind', carriedBy: 'states' } as const;

/** Blank for a pledge that is not in the register: no filter finds it. */
export const pledgeOfTask = (row: RegisterRow): PledgeOfTask => {
  const of = (column: string): string | null => {
    if (row.pledge.status === 'VOID') return '';
    const value = pledgeRegister.projection.columns[column]?.(row) ?? null;
    return value === null ? null : String(value);
  };
  const { conference, promised, carriedBy } = COLUMNS;
  return { conference: of(conference), promised: of(promised), carriedBy: of(carriedBy) };
};

/** Conditions on pledges as those on tasks, as far as tasks have them, and what is left to look for in the register. */
export const byPledgeOfTask = (where: Where): { readonly own: Where; readonly left: Where } => {
  const names = new Map<string, string>(Object.entries(COLUMNS).map(([own, column]) => [column, own]));
  const entries = Object.entries(where);
  return {
    own: Object.fromEntries(
      entries.flatMap(([column, condition]) => {
        const own = names.get(column);
        return own === undefined ? [] : [[own, condition]];
      }),
    ),
    left: Object.fromEntries(entries.filter(([column]) => !names.has(column))),
  };
};
