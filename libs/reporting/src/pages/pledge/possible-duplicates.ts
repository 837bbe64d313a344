/** Pledges that may be the same promise: entered twice from two sources, or repeated at the next conference. */
import type { Views } from '@pledgeline/event-sourcing';
import { sameOfferKey, type Pledge } from '@pledgeline/pledge';
import { commandLink } from './command-links.ts';
import type { PossibleDuplicate } from './pledge.schema.ts';
import { isOpen } from '../../views/register/due-dates.ts';
import { PLEDGE_REGISTER, type RegisterRow } from '../../views/register/register-row.ts';

/** Withdrawn and declined pledges of the same conference count too: a repeat of an old promise is worth a look. */
export const possibleDuplicates = async (
  views: Views,
  { pledge }: RegisterRow,
): Promise<readonly PossibleDuplicate[]> => {
  const said = pledge.announcement;
  if (said === null) return [];
  const { memberState, capabilityCode } = pledge;
  const where = { memberState, kind: capabilityCode ?? said.category };
  const alike = await views.find<RegisterRow>(PLEDGE_REGISTER, { where, limit: MOST_ALIKE });
  return alike
    .map((found) => found.row.pledge)
    .filter((other) => other.pledgeId !== pledge.pledgeId && !isOfOneFamily(other, pledge))
    .flatMap((other): PossibleDuplicate[] => {
      const kind = kindOf(other, pledge);
      const { pledgeId, reference, status, announcement } = other;
      const forced = isForced(said) || isForced(announcement);
      const link = commandLink('LinkAnnouncement', { pledgeId });
      const conference = announcement?.conference ?? null;
      return kind === null ? [] : [{ kind, pledgeId, reference, conference, status, forced, link }];
    })
    .sort((one, other) => Number(one.kind === 'NEAR') - Number(other.kind === 'NEAR'));
};

const isForced = (announcement: Pledge['announcement']): boolean =>
  announcement !== null && (announcement.duplicateChecked || announcement.additional);

/** More than a person reads. */
const MOST_ALIKE = 100;

const kindOf = (other: Pledge, pledge: Pledge): PossibleDuplicate['kind'] | null => {
  const [one, two] = [other, pledge].map(asAnnounced);
  if (one !== null && one === two) return 'SAME';
  return isOpen(other) || other.status === 'LAPSED' ? 'NEAR' : null;
};

/** The parts of a split are alike; they are no repeats. */
const isOfOneFamily = (one: Pledge, other: Pledge): boolean => {
  const family = new Set([
    other.pledgeId,
    ...(other.lineage?.parents ?? []),
    ...(other.lineage?.children ?? []),
  ]);
  return [one.pledgeId, ...(one.lineage?.parents ?? [])].some((pledgeId) => family.has(pledgeId));
};

/** An amendment does not make a repeat another promise. */
const asAnnounced = ({ announcement }: Pledge): string | null =>
  announcement === null ? null : sameOfferKey(announcement);
