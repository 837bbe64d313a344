/** Pledges that may be the same promise: entered twice from two sources, or repeated at the next conference. */
import { countOfGroup, nearestRows, type FoundRow, type Views } from '@pledgeline/event-sourcing';
import { mayLink, sameOfferKey, type Pledge } from '@pledgeline/pledge';
import { commandLink } from '../../views/tasks/command-links.ts';
import type { PossibleDuplicate, PossibleDuplicates } from './pledge.schema.ts';
import { isOfOneFamily, likenessOf, offerPlace, stillStands } from '../../views/register/alike.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';

/**
 * The nearest few, by the day they were announced, and how many there are in all. Withdrawn and declined pledges of the same
 * conference count too: a repeat of an old promise is worth a look. Thousands may be alike, so none is read that is not shown.
 *
 * @param role of who may send a command now, and null where nobody may.
 */
export const possibleDuplicates = async (
  views: Views,
  row: RegisterRow,
  role: string | null,
): Promise<PossibleDuplicates> => {
  const { pledge } = row;
  const said = pledge.announcement;
  if (said === null) return { possibleDuplicates: [], possibleDuplicatesInAll: 0 };
  const key = sameOfferKey(said);
  const place = said.announcedOn ?? '';
  const most = MOST_SHOWN + 1 + (pledge.lineage === null ? 0 : MOST_OF_FAMILY);
  const found = new Map<string, FoundRow<RegisterRow>>();
  const look = async (column: string, group: string): Promise<void> => {
    const near = await nearestRows<RegisterRow>(
      views,
      { view: PLEDGE_REGISTER, column },
      { group, place },
      most,
    );
    for (const one of near) found.set(one.key, one);
  };
  const others = () =>
    [...found.values()].filter(
      ({ row: other }) => other.pledge.pledgeId !== pledge.pledgeId && !isOfOneFamily(other.pledge, pledge),
    );
  // Those that come first are enough where there are many.
  if (key !== null) await look('offer', offerPlace(key, true));
  if (key !== null && others().length < MOST_SHOWN) await look('offer', offerPlace(key, false));
  if (others().length < MOST_SHOWN) await look('alike', likenessOf(pledge));
  const left = others();
  // The pledge itself, and its family, are among those counted.
  const itself = key !== null || stillStands(pledge) ? 1 : 0;
  const ofFamily = [...found.keys()].filter((id) => id !== pledge.pledgeId).length - left.length;
  const inAll = (await countAlike(views, pledge, key)) - itself - ofFamily;
  return {
    possibleDuplicates: left
      .map(({ row: { pledge: other } }) => shown(other, kindOf(other, key), said, role))
      .sort((one, other) => Number(one.kind === 'NEAR') - Number(other.kind === 'NEAR'))
      .slice(0, MOST_SHOWN),
    possibleDuplicatesInAll: Math.min(inAll, MOST_COUNTED),
  };
};

/** What stands and is alike, and what was the same and has ended. */
const countAlike = async (views: Views, pledge: Pledge, key: string | null): Promise<number> => {
  const count = (column: string, group: string) =>
    countOfGroup(views, { view: PLEDGE_REGISTER, column }, group, MOST_COUNTED + MOST_OF_FAMILY);
  const standing = await count('alike', likenessOf(pledge));
  return standing + (key === null ? 0 : await count('offer', offerPlace(key, false)));
};

const shown = (
  { pledgeId, reference, status, announcement }: Pledge,
  kind: PossibleDuplicate['kind'],
  said: NonNullable<Pledge['announcement']>,
  role: string | null,
): PossibleDuplicate => ({
  kind,
  pledgeId,
  reference,
  conference: announcement?.conference ?? null,
  status,
  forced: isForced(said) || isForced(announcement),
  link: role !== null && mayLink(role, status) ? commandLink('LinkAnnouncement', { pledgeId }) : null,
});

const isForced = (announcement: Pledge['announcement']): boolean =>
  announcement !== null && (announcement.duplicateChecked === true || announcement.additional);

const MOST_SHOWN = 5;
/** Parts of one split that may stand nearer than anything else. */
const MOST_OF_FAMILY = 20;
/** More than anybody looks through. */
const MOST_COUNTED = 1000;

/** An amendment does not make a repeat another promise. */
const kindOf = ({ announcement }: Pledge, key: string | null): PossibleDuplicate['kind'] =>
  announcement !== null && key !== null && sameOfferKey(announcement) === key ? 'SAME' : 'NEAR';
