/** Where a gap stands in a set of requirements: accountability page, section 13. */
import { streamName } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { RequirementCommands } from './requirement-set-commands.ts';

type Place = DataOf<'GapPublished'>['requirement'];

interface Sought {
  readonly mission: string;
  readonly capabilityCode: string;
  readonly substitutes: readonly string[];
}

/**
 * The place as it was named, in the newest edition.
 * @throws {Rejected} REQUIREMENT_SET_NOT_FOUND, UNKNOWN_SLOT, or SLOT_MISMATCH where the slot asks for something else.
 */
export const placeOf = async (
  requirements: RequirementCommands,
  place: Place,
  { mission, capabilityCode, substitutes }: Sought,
): Promise<Place> => {
  if (place === null) return null;
  const { state: editions } = await requirements.load(streamName('requirements', place.set));
  const newest = editions.at(-1);
  if (newest === undefined) {
    const message = `There is no set of requirements ${place.set}.`;
    throw new Rejected('invalid', 'REQUIREMENT_SET_NOT_FOUND', message, { field: 'requirement.set' });
  }
  const slot = newest.slots.find((one) => one.slot === place.slot);
  if (slot === undefined) {
    throw new Rejected(
      'invalid',
      'UNKNOWN_SLOT',
      `The edition of ${newest.edition} has no slot ${place.slot}.`,
      {
        field: 'requirement.slot',
        allowed: newest.slots.map((one) => one.slot),
      },
    );
  }
  const isOfCode = [capabilityCode, ...substitutes].includes(slot.capabilityCode);
  if (isOfCode && (slot.mission ?? mission) === mission) return { set: place.set, slot: place.slot };
  const asked = `${slot.capabilityCode}${slot.mission === null ? '' : ` for ${slot.mission}`}`;
  throw new Rejected('conflict', 'SLOT_MISMATCH', `Slot ${place.slot} asks for ${asked}.`, {
    field: 'requirement.slot',
    capabilityCode: slot.capabilityCode,
    mission: slot.mission,
  });
};
