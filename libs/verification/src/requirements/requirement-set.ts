/** One set of requirements in its editions, each as of a day (seed 001: the paper on uniformed capabilities). */
import { capability, mustBeSentBy, mustHaveCome } from '@pledgeline/contracts';
import type { DataOf, RequirementEvent, Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { Command, Decider } from '@pledgeline/event-sourcing';
import { isDeepStrictEqual } from 'node:util';

export type PublishRequirementSet = Command<'PublishRequirementSet', DataOf<'RequirementSetPublished'>>;

type Edition = DataOf<'RequirementSetPublished'>;

/** The newest edition; null before the first. */
export type RequirementSet = Edition | null;

/** The roles that publish requirements. */
export const PUBLISHERS: readonly Role[] = ['SFGC', 'FGS', 'PD', 'DESK'];

export const requirementSet: Decider<RequirementSet, PublishRequirementSet, RequirementEvent> = {
  initialState: () => null,
  evolve: (newest, event) => (event.type === 'RequirementSetPublished' ? (event.data as Edition) : newest),
  decide: (command, newest) => {
    mustBeSentBy(command, PUBLISHERS);
    const { data, meta } = command;
    mustHaveCome('edition', data.edition, meta.now);
    mustNameEachOnce(data);
    mustNameCapabilities(data);
    if (newest !== null && isDeepStrictEqual(newest, data)) return [];
    mustBeLater(data, newest);
    // Questions as of a day go by the day of the edition, not by the day on which it was entered.
    return [{ type: 'RequirementSetPublished', data, occurredOn: data.edition }];
  },
};

/** @throws {Rejected} EDITION_NOT_LATER: an edition that others have read and planned with does not change. */
const mustBeLater = ({ code, edition }: Edition, newest: RequirementSet): void => {
  if (newest === null || edition > newest.edition) return;
  throw new Rejected(
    'conflict',
    'EDITION_NOT_LATER',
    `${code} has an edition of ${newest.edition} already; a new one is later.`,
    { field: 'edition', newest: newest.edition },
  );
};

/** @throws {Rejected} SLOT_TWICE */
const mustNameEachOnce = ({ slots }: Edition): void => {
  const names = slots.map(({ slot }) => slot);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return;
  throw new Rejected('invalid', 'SLOT_TWICE', `Slot ${twice} is named twice.`, {
    field: 'slots',
    slot: twice,
  });
};

/** @throws {Rejected} UNKNOWN_CAPABILITY */
const mustNameCapabilities = ({ slots }: Edition): void => {
  const unknown = slots.find(({ capabilityCode }) => capability(capabilityCode) === undefined);
  if (unknown === undefined) return;
  throw new Rejected(
    'invalid',
    'UNKNOWN_CAPABILITY',
    `${unknown.capabilityCode} is no capability code (slot ${unknown.slot}).`,
    { field: 'slots', slot: unknown.slot },
  );
};
