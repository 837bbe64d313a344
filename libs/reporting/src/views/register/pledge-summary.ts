/** A pledge in a list: what people scan for, under the same names as on its page. */
import {
  memberState,
  trackOf,
  type Level,
  type Money,
  type Quantity,
  type SmartPart,
  type Status,
  type Track,
} from '@pledgeline/contracts';
import { categoryOf, missingNow, moneyPromised, promisedIn, type Pledge } from '@pledgeline/pledge';
import { earliestDue } from './due-dates.ts';
import { themesOf } from './themes-of.ts';
import type { RegisterRow } from './register-row.ts';

export interface PledgeSummary {
  readonly pledgeId: string;
  readonly reference: string;
  readonly memberState: string;
  readonly memberStateName: string;
  readonly conference: string | null;
  readonly category: string;
  readonly capabilityCode: string | null;
  readonly themes: readonly string[];
  readonly track: Track | null;
  readonly description: string;
  readonly quantity: Quantity | null;
  /** What was promised in money; such a pledge has no quantity. */
  readonly money: Money | null;
  /** What the promise leaves unsaid by now; BY_WHEN: no timeframe. */
  readonly missing: readonly SmartPart[];
  readonly announcedOn: string | null;
  readonly status: Status | null;
  readonly statusSince: string;
  readonly level: Level | null;
  readonly validUntil: string | null;
  /** The earliest day by which something is due. */
  readonly dueOn: string | null;
  readonly revision: number;
}

export const pledgeSummary = (row: RegisterRow): PledgeSummary => {
  const { pledge } = row;
  return {
    pledgeId: pledge.pledgeId,
    reference: pledge.reference,
    memberState: pledge.memberState,
    memberStateName: memberStateName(pledge.memberState),
    conference: pledge.announcement?.conference ?? null,
    category: categoryOf(pledge),
    capabilityCode: pledge.capabilityCode,
    themes: themesOf(pledge),
    track: pledge.track,
    description: promisedIn(pledge),
    quantity: pledge.quantity,
    money: moneyPromised(pledge),
    missing: missingNow(pledge),
    announcedOn: pledge.announcement?.announcedOn ?? null,
    status: pledge.status,
    statusSince: row.statusSince,
    level: pledge.level,
    validUntil: pledge.validUntil,
    dueOn: earliestDue(row),
    revision: row.revision,
  };
};

export const memberStateName = (code: string): string => memberState(code)?.name ?? code;

/** The track it is on or, before registration, the one its capability leads to; null where nothing tells. */
export const expectedTrack = (pledge: Pledge): Track | null =>
  pledge.track ?? trackOf(categoryOf(pledge), pledge.capabilityCode);
