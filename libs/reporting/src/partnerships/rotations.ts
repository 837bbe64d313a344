/** Which states hold one capability in turn, whose turn is it, and where is nobody's? */
import type { Status } from '@pledgeline/contracts';
import { addDays, holesIn, leadOf, rules, statesOf } from '@pledgeline/pledge';
import type { Hole, Pledge } from '@pledgeline/pledge';
import { carriedBy } from '../register/carried-by.ts';
import type { PageOptions } from '../answers/cursor.ts';
import { isOpen } from '../register/due-dates.ts';
import { pageOfView } from '../answers/page-of-view.ts';
import type { CountedPage } from '../answers/page-of-view.ts';
import { partnershipOnPage } from './partnership-on-page.ts';
import type { PartnershipOnPage } from './partnership-on-page.ts';
import { PLEDGE_REGISTER } from '../register/pledge-register.projection.ts';
import type { RegisterRow } from '../register/pledge-register.projection.ts';
import { memberStateName } from '../register/pledge-summary.ts';
import { stateCode } from '../register/pledges-matching.ts';
import type { AnsweredAt, Reading } from '../read-models/readings.ts';

export interface Rotation {
  readonly pledgeId: string;
  readonly reference: string;
  readonly status: Status | null;
  readonly lead: string;
  readonly leadName: string;
  readonly states: readonly string[];
  readonly inPlace: string | null;
  readonly turns: PartnershipOnPage['turns'];
  readonly holes: readonly FlaggedHole[];
}

export interface FlaggedHole extends Hole {
  readonly warnFrom: string;
}

export interface RotationList extends CountedPage<Rotation>, AnsweredAt {}

export interface RotationFilters {
  /** A code or any name of a state that takes part. */
  readonly memberState?: string | undefined;
}

/** Rotations of one state after another, in the order of their references. @throws {Rejected} UNKNOWN_STATE */
export const rotations = async (
  reading: Reading,
  question: RotationFilters & PageOptions,
): Promise<RotationList> => {
  const { memberState } = question;
  const where = {
    partnership: 'ROTATION',
    ...(memberState !== undefined && { states: await carriedBy(reading.views, stateCode(memberState)) }),
  };
  const asked = { view: PLEDGE_REGISTER, where, orderBy: 'reference', question };
  const page = await pageOfView<RegisterRow>(reading, asked, ({ pledge }) => pledge.reference);
  const items = page.items.map(({ row }) => rotation(row.pledge, reading.today));
  return { ...page, items, ...reading.answeredAt };
};

/** With the day from which on somebody should look for a state. At its end a rotation has none: nothing is promised any more. */
export const openHoles = (pledge: Pledge, today: string): readonly FlaggedHole[] => {
  if (!isOpen(pledge)) return [];
  const { turnWarningDays } = rules.inForce(today);
  return holesIn(pledge).map((hole) => ({ ...hole, warnFrom: addDays(hole.from, -turnWarningDays) }));
};

const rotation = (pledge: Pledge, today: string): Rotation => {
  const { pledgeId, reference, status, partnership } = pledge;
  const lead = leadOf(pledge);
  const list = partnership?.turns ?? null;
  return {
    pledgeId,
    reference,
    status,
    lead,
    leadName: memberStateName(lead),
    states: statesOf(pledge),
    inPlace: list?.turns[list.inPlace]?.state ?? null,
    turns: partnershipOnPage(pledge)?.turns ?? [],
    holes: openHoles(pledge, today),
  };
};
