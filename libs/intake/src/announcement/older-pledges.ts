/** Pledges that an announcement speaks of: the one it renews, and the unit it is a part of. They must be there. */
import { streamName } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { mustNotBeVoid, termsPromised, type PledgeCommands } from '@pledgeline/pledge';
import type { AnnouncePledgeRequest } from './announcement.request.ts';

/**
 * A platoon may belong to the battalion of another state; only a state renews its own promise.
 * @throws {Rejected} UNKNOWN_PLEDGE, PLEDGE_VOID or STATE_DIFFERS
 */
export const mustHaveOlderPledges = async (
  { renews, terms }: AnnouncePledgeRequest,
  memberState: string,
  pledges: PledgeCommands,
): Promise<void> => {
  if (renews) {
    const owner = await ownerOf(renews, 'renews', pledges);
    if (owner !== memberState) {
      throw new Rejected('conflict', 'STATE_DIFFERS', `That pledge is ${owner}'s, not ${memberState}'s.`, {
        field: 'renews',
      });
    }
  }
  await mustBeUnit(terms?.partOfUnit ?? null, null, pledges);
};

/**
 * The unit is there, and is no part of the pledge itself, over however many units between them.
 * @param pledgeId of what is to be its part; null where that is new.
 * @throws {Rejected} UNKNOWN_PLEDGE, PLEDGE_VOID or PART_OF_ITSELF
 */
export const mustBeUnit = async (
  partOfUnit: string | null,
  pledgeId: string | null,
  pledges: PledgeCommands,
): Promise<void> => {
  if (partOfUnit === null) return;
  const field = 'terms.partOfUnit';
  await ownerOf(partOfUnit, field, pledges);
  const met = new Set<string>();
  for (let unit: string | null = partOfUnit; unit !== null && !met.has(unit);) {
    if (unit === pledgeId) {
      throw new Rejected('invalid', 'PART_OF_ITSELF', 'That unit is a part of this pledge.', { field });
    }
    met.add(unit);
    const { state } = await pledges.load(streamName('pledge', unit));
    unit = termsPromised(state)?.partOfUnit ?? null;
  }
};

/** Of a pledge that a request names. @throws {Rejected} UNKNOWN_PLEDGE or PLEDGE_VOID */
export const mustBeThere = async (
  pledgeId: string,
  field: string,
  pledges: PledgeCommands,
): Promise<void> => {
  await ownerOf(pledgeId, field, pledges);
};

const ownerOf = async (pledgeId: string, field: string, pledges: PledgeCommands): Promise<string> => {
  const { state } = await pledges.load(streamName('pledge', pledgeId));
  mustNotBeVoid(state, field);
  if (state.status !== null) return state.memberState;
  throw new Rejected('invalid', 'UNKNOWN_PLEDGE', `There is no pledge ${pledgeId}.`, { field });
};
