/** Rows of pledges by id, of those that were entered by mistake too. */
import type { Views } from '@pledgeline/event-sourcing';
import { PLEDGE_REGISTER, type RegisterRow } from './register-row.ts';
import { VOID_PLEDGES } from './void-pledges.view.ts';

export const rowsOfPledges = async (
  views: Pick<Views, 'getMany'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RegisterRow>> => {
  const rows = await views.getMany<RegisterRow>(PLEDGE_REGISTER, ids);
  const others = ids.filter((id) => !rows.has(id));
  if (others.length === 0) return rows;
  return new Map([...rows, ...(await views.getMany<RegisterRow>(VOID_PLEDGES, others))]);
};
