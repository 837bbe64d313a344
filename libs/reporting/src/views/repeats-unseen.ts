/**
 * Pledges of which nobody could look whether they repeat another when they were entered (`duplicateChecked` null), with one that each
 * may repeat: equal to it, or the same offer, as an announcement is refused. Accountability page, section 3; decision 88.
 */
import { nearestRows, type Views } from '@pledgeline/event-sourcing';
import { isUnchecked, type Pledge } from '@pledgeline/pledge';
import { everyRow } from '../answers/every-row.ts';
import { isOfOneFamily, offerOf, offerPlace } from './register/alike.ts';
import { PLEDGE_REGISTER, type RegisterRow } from './register/register-row.ts';

/** By the pledge that may be a repeat. */
export type RepeatsUnseen = Pick<ReadonlyMap<string, Pick<Pledge, 'reference'>>, 'get'>;

type Reading = Pick<Views, 'find' | 'keys' | 'getMany'>;

/** Rows by key as a batch leaves them; undefined for those that are gone. */
type Changed = ReadonlyMap<string, RegisterRow | undefined>;

export const NOTHING_CHANGED: Changed = new Map();

/** Of all pledges that nobody could look at. */
export const everyRepeatUnseen = async (views: Views): Promise<RepeatsUnseen> => {
  const rows: RegisterRow[] = [];
  for await (const { row } of everyRow<RegisterRow>(views, PLEDGE_REGISTER, UNCHECKED)) rows.push(row);
  return repeatsAmong(rows, views, NOTHING_CHANGED);
};

/** Of those among these rows that nobody could look at. */
export const repeatsAmong = async (
  rows: Iterable<RegisterRow | undefined>,
  views: Reading,
  changed: Changed,
): Promise<RepeatsUnseen> => {
  const found = new Map<string, Pick<Pledge, 'reference'>>();
  const unchecked = [...rows].flatMap((row) =>
    row !== undefined && isUnchecked(row.pledge) ? [row.pledge] : [],
  );
  if (unchecked.length === 0) return found;
  const byOffer = repeatableByOffer(changed);
  for (const pledge of unchecked) {
    const first = await firstLike(pledge, views, changed, byOffer);
    if (first !== undefined) found.set(pledge.pledgeId, first);
  }
  return found;
};

/**
 * The pledges that nobody could look at and that may repeat one of those that changed, or might before: others come and go beside them.
 * Mostly there are none, which costs one look into a small index.
 */
export const uncheckedBeside = async (changed: Changed, views: Reading): Promise<readonly string[]> => {
  if (changed.size === 0) return [];
  const some = await views.find<RegisterRow>(PLEDGE_REGISTER, { where: UNCHECKED, limit: 1 });
  if (some.length === 0) return [];
  const before = await views.getMany<RegisterRow>(PLEDGE_REGISTER, [...changed.keys()]);
  const offers = new Set([...changed.values(), ...before.values()].flatMap((row) => offersOf(row?.pledge)));
  const beside = new Set<string>();
  for (const offer of offers) {
    const where = { uncheckedOffer: offer };
    for (const key of await views.keys(PLEDGE_REGISTER, { where, limit: MOST })) beside.add(key);
  }
  return [...beside];
};

const UNCHECKED = { repeat: 'UNCHECKED' };

/** What was decided about, or is additional by its own word, was told apart by somebody; what is void was never promised. */
const isRepeatable = ({ status, repeat, announcement }: Pledge): boolean =>
  status !== 'VOID' && repeat === null && announcement?.additional !== true;

const offersOf = (pledge: Pledge | undefined): readonly string[] =>
  pledge === undefined || pledge.announcement === null ? [] : [offerOf(pledge.announcement)];

/** A batch, by what each of its pledges offers and in the order of their ids: a long one is looked through once, and not for each pledge. */
const repeatableByOffer = (changed: Changed): ReadonlyMap<string, readonly Pledge[]> => {
  const byOffer = new Map<string, Pledge[]>();
  const pledges = [...changed.values()].flatMap((row) => row?.pledge ?? []).filter(isRepeatable);
  for (const pledge of pledges.toSorted(byId)) {
    for (const offer of offersOf(pledge)) {
      const others = byOffer.get(offer);
      if (others === undefined) byOffer.set(offer, [pledge]);
      else others.push(pledge);
    }
  }
  return byOffer;
};

/** The first by its id of the others that make the same offer, whatever became of them. */
const firstLike = async (
  pledge: Pledge,
  views: Reading,
  changed: Changed,
  byOffer: ReadonlyMap<string, readonly Pledge[]>,
): Promise<Pledge | undefined> => {
  const [offer] = offersOf(pledge);
  if (offer === undefined) return undefined;
  const at = pledge.announcement?.announcedOn ?? '';
  const stored: Pledge[] = [];
  for (const stands of [true, false]) {
    const place = { group: offerPlace(offer, stands), place: at };
    const nearest = await nearestRows<RegisterRow>(
      views,
      { view: PLEDGE_REGISTER, column: 'offer' },
      place,
      MOST,
    );
    stored.push(...nearest.map(({ row }) => row.pledge).filter(({ pledgeId }) => !changed.has(pledgeId)));
  }
  const mayRepeat = (other: Pledge): boolean =>
    other.pledgeId !== pledge.pledgeId && isRepeatable(other) && !isOfOneFamily(other, pledge);
  const inStore = stored.toSorted(byId).find(mayRepeat);
  const inBatch = byOffer.get(offer)?.find(mayRepeat);
  return [inStore, inBatch].flatMap((other) => other ?? []).toSorted(byId)[0];
};

/** Nearest by the day of the announcement: equal ones are of one day. */
const MOST = 50;

const byId = (one: Pledge, other: Pledge): number => (one.pledgeId < other.pledgeId ? -1 : 1);
