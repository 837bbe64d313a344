/**
 * Pledges of which nobody could look whether they repeat another when they were entered (`duplicateChecked` null), with one that each
 * may repeat: equal to it, or the same offer, as an announcement is refused. Accountability page, section 3; decision 88.
 */
import { differingFields } from '@pledgeline/contracts';
import { nearestRows, type Views } from '@pledgeline/event-sourcing';
import { isUnchecked, sameOfferKey, type Pledge } from '@pledgeline/pledge';
import { everyRow } from '../answers/every-row.ts';
import { isOfOneFamily, likenessOf, offerPlace } from './register/alike.ts';
import { PLEDGE_REGISTER, type RegisterRow } from './register/register-row.ts';

/** By the pledge that may be a repeat. */
export type RepeatsUnseen = Pick<ReadonlyMap<string, Pick<Pledge, 'reference'>>, 'get'>;

type Reading = Pick<Views, 'find' | 'getMany'>;

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
  const offers = offersIn(changed);
  for (const row of rows) {
    if (row === undefined || !isUnchecked(row.pledge)) continue;
    const [first] = (await like(row.pledge, views, offers))
      .filter((other) => mayBeRepeated(other, row.pledge))
      .toSorted(byId);
    if (first !== undefined) found.set(row.pledge.pledgeId, first);
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
  const own = [...changed.values()].flatMap((row) => row ?? []);
  if (some.length === 0 && !own.some(({ pledge }) => isUnchecked(pledge))) return [];
  const before = await views.getMany<RegisterRow>(PLEDGE_REGISTER, [...changed.keys()]);
  const beside = new Set<string>();
  const offers = offersIn(changed);
  for (const { pledge } of [...own, ...before.values()]) {
    for (const other of await like(pledge, views, offers)) {
      if (isUnchecked(other)) beside.add(other.pledgeId);
    }
  }
  return [...beside];
};

const UNCHECKED = { repeat: 'UNCHECKED' };

/** What was decided about, or is additional by its own word, was told apart by somebody; what is void was never promised. */
const mayBeRepeated = (other: Pledge, pledge: Pledge): boolean =>
  other.status !== 'VOID' &&
  other.repeat === null &&
  other.announcement?.additional !== true &&
  !isOfOneFamily(other, pledge);

/** A batch, by what each of its pledges offers: a long one is looked through once, and not for each pledge. */
interface Offers {
  readonly changed: Changed;
  readonly byOffer: ReadonlyMap<string, readonly Pledge[]>;
}

const offersIn = (changed: Changed): Offers => {
  const byOffer = new Map<string, Pledge[]>();
  for (const row of changed.values()) {
    const said = row?.pledge.announcement ?? null;
    if (row === undefined || said === null) continue;
    const others = byOffer.get(offerOf(said));
    if (others === undefined) byOffer.set(offerOf(said), [row.pledge]);
    else others.push(row.pledge);
  }
  return { changed, byOffer };
};

/** The same of offers that are the same, and of equal words, which are of one day. */
const offerOf = (said: NonNullable<Pledge['announcement']>): string =>
  sameOfferKey(said) ?? `in words of ${said.announcedOn}`;

/** Others that make the same offer, whatever became of them; of offers that cannot be told to be the same, those in equal words. */
const like = async (
  pledge: Pledge,
  views: Reading,
  { changed, byOffer }: Offers,
): Promise<readonly Pledge[]> => {
  const said = pledge.announcement;
  if (said === null) return [];
  const key = sameOfferKey(said);
  const groups =
    key === null
      ? [{ column: 'alike', group: likenessOf(pledge) }]
      : [true, false].map((stands) => ({ column: 'offer', group: offerPlace(key, stands) }));
  const found = new Map<string, Pledge>();
  for (const { column, group } of groups) {
    const at = { group, place: said.announcedOn ?? '' };
    for (const { row } of await nearestRows<RegisterRow>(views, { view: PLEDGE_REGISTER, column }, at, MOST))
      found.set(row.pledge.pledgeId, row.pledge);
  }
  const stored = [...found.values()].filter(({ pledgeId }) => !changed.has(pledgeId));
  return [...stored, ...(byOffer.get(offerOf(said)) ?? [])].filter(
    ({ pledgeId, announcement }) =>
      pledgeId !== pledge.pledgeId &&
      announcement !== null &&
      (key === null ? differingFields(said, announcement).length === 0 : sameOfferKey(announcement) === key),
  );
};

/** Nearest by the day of the announcement: equal ones are of one day. */
const MOST = 50;

const byId = (one: Pledge, other: Pledge): number => (one.pledgeId < other.pledgeId ? -1 : 1);
