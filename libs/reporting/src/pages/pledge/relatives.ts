/** Other pledges that the page of one names: what it comes from, what it became, what it counts against. */
import type { Views } from '@pledgeline/event-sourcing';
import type { Pledge } from '@pledgeline/pledge';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';
import type { Relative } from './promise-shape.schema.ts';

export const relatives = (views: Views, ids: readonly string[] = []): Promise<Relative[]> =>
  Promise.all(ids.map((pledgeId) => relative(views, pledgeId)));

/** The first hundred: more than a person reads. */
const firstWhere = async (views: Views, where: Readonly<Record<string, string>>): Promise<Relative[]> => {
  const found = await views.find<RegisterRow>(PLEDGE_REGISTER, { where, limit: 100 });
  return found.map(({ key, row }) => named(key, row.pledge));
};

export const partsOf = (views: Views, pledgeId: string): Promise<Relative[]> =>
  firstWhere(views, { countsAgainst: pledgeId });

/** Those that renew or update it. */
export const newerOf = (views: Views, pledgeId: string): Promise<Relative[]> =>
  firstWhere(views, { renews: pledgeId });

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
