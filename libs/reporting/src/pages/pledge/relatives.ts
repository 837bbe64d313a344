/** Other pledges that the page of one names: what it comes from, what it became, what it counts against. */
import type { Views } from '@pledgeline/event-sourcing';
import type { Pledge } from '@pledgeline/pledge';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import type { Relative } from './promise-shape.schema.ts';

export const relatives = (views: Views, ids: readonly string[] = []): Promise<Relative[]> =>
  Promise.all(ids.map((pledgeId) => relative(views, pledgeId)));

/** The first hundred: more than a person reads. */
export const partsOf = async (views: Views, pledgeId: string): Promise<Relative[]> => {
  const where = { countsAgainst: pledgeId };
  const parts = await views.find<RegisterRow>(PLEDGE_REGISTER, { where, limit: 100 });
  return parts.map(({ key, row }) => named(key, row.pledge));
};

export const relative = async (views: Views, pledgeId: string): Promise<Relative> => {
  const pledge = (await views.get<RegisterRow>(PLEDGE_REGISTER, pledgeId))?.pledge;
  return named(pledgeId, pledge);
};

const named = (pledgeId: string, pledge: Pledge | undefined): Relative => ({
  pledgeId,
  reference: pledge?.reference ?? null,
  status: pledge?.status ?? null,
  quantity: pledge?.quantity ?? null,
});
