/** One set of requirements in its editions, each as of a day (seed 001: the paper on uniformed capabilities). */
import { capability, mustBeSentBy, mustHaveCome, unknownCapability } from '@pledgeline/contracts';
import type { DataOf, RequirementEvent } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { Command, Decider } from '@pledgeline/event-sourcing';
import { REQUIREMENT_PUBLISHERS } from '@pledgeline/pledge';
import { isDeepStrictEqual } from 'node:util';

export type PublishRequirementSet = Command<'PublishRequirementSet', DataOf<'RequirementSetPublished'>>;

type Edition = DataOf<'RequirementSetPublished'>;

/** Its editions in the order of their days, whenever each was entered: the last is the current one. */
export type RequirementSet = readonly Edition[];

export const requirementSet: Decider<RequirementSet, PublishRequirementSet, RequirementEvent> = {
  initialState: () => [],
  evolve: (editions, event) =>
    event.type === 'RequirementSetPublished' ? withEdition(editions, event.data as Edition) : editions,
  decide: (command, editions) => {
    mustBeSentBy(command, REQUIREMENT_PUBLISHERS);
    const { data, meta } = command;
    mustHaveCome('edition', data.edition, meta.now);
    mustNameEachOnce(data);
    mustNameCapabilities(data);
    const known = editions.find(({ edition }) => edition === data.edition);
    if (known !== undefined && isDeepStrictEqual(known, data)) return [];
    mustBeNew(data, editions);
    // Questions as of a day go by the day of the edition, not by the day on which it was entered.
    return [{ type: 'RequirementSetPublished', data, occurredOn: data.edition }];
  },
};

const withEdition = (editions: RequirementSet, added: Edition): RequirementSet =>
  [...editions, added].sort((one, other) => (one.edition < other.edition ? -1 : 1));

/**
 * An older edition may be entered after a newer one, which stays the current one.
 * @throws {Rejected} EDITION_NOT_LATER: an edition that others have read and planned with does not change.
 */
const mustBeNew = ({ code, edition }: Edition, editions: RequirementSet): void => {
  if (!editions.some((one) => one.edition === edition)) return;
  throw new Rejected(
    'conflict',
    'EDITION_NOT_LATER',
    `${code} has an edition of ${edition} already, with other content. A new one is of another day.`,
    {
      field: 'edition',
      newest: editions.at(-1)?.edition ?? null,
      editions: editions.map((one) => one.edition),
    },
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
  throw unknownCapability('slots', unknown.capabilityCode, { slot: unknown.slot });
};
