/** Sets of requirements with all their editions by their days, in whatever order they were entered: the newest last. */
import type { DataOf } from '@pledgeline/contracts';
import { forEverybody, viewOf } from '../visibility/view.ts';

export type Edition = DataOf<'RequirementSetPublished'>;

export type Slot = Edition['slots'][number];

export interface RequirementRow {
  readonly editions: readonly Edition[];
  readonly revision: number;
}

export const REQUIREMENT_SHELF = 'requirement-shelf';

export const requirementShelf = viewOf<RequirementRow>({
  name: REQUIREMENT_SHELF,
  version: 3,
  category: 'requirements',
  columns: {},
  apply: (row, { data, revision }) => ({
    editions: [...(row?.editions ?? []), data as Edition].sort((one, other) =>
      one.edition < other.edition ? -1 : 1,
    ),
    revision,
  }),
  readers: forEverybody,
});

/** A place in the newest edition of a set. */
export interface SlotPlace {
  readonly set: string;
  readonly edition: string;
  readonly slot: string;
}

interface Sought {
  readonly mission: string;
  readonly capabilityCode: string;
  readonly substitutes: readonly string[];
  readonly requirement: { readonly set: string; readonly slot: string } | null;
}

/** Whether the slot leads to the gap: the one that the gap names or, where it names none, any of its code and mission. */
export const leadsToGap = (
  set: string,
  { slot, capabilityCode, mission }: Slot,
  { requirement, ...gap }: Sought,
): boolean =>
  requirement === null
    ? [gap.capabilityCode, ...gap.substitutes].includes(capabilityCode) &&
      (mission === null || mission === gap.mission)
    : requirement.set === set && requirement.slot === slot;

/** Those of the newest edition of each set that fit. */
export const slotsThat = (
  shelf: readonly { readonly key: string; readonly row: RequirementRow }[],
  fits: (set: string, slot: Slot) => boolean,
): readonly SlotPlace[] =>
  shelf.flatMap(({ key: set, row }) => {
    const newest = row.editions.at(-1);
    const fitting = newest?.slots.filter((slot) => fits(set, slot)) ?? [];
    return fitting.map(({ slot }) => ({ set, edition: newest?.edition ?? '', slot }));
  });
