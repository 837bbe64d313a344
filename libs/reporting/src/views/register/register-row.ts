/** A row of the register of pledges. */
import type { Level } from '@pledgeline/contracts';
import type { Pledge, Word } from '@pledgeline/pledge';
import type { EventsOfMonth } from './months-of-events.ts';
import type { Standing } from './standings.ts';

export const PLEDGE_REGISTER = 'pledge-register';

export interface Asked {
  readonly clarificationId: string;
  readonly on: string;
}

export interface RegisterRow {
  readonly pledge: Pledge;
  readonly revision: number;
  readonly firstRecordedAt: string;
  /** Business date on which the present status began; the day it was recorded where no source gives one. */
  readonly statusSince: string;
  /** The questions that wait for their answers, each with the day it was asked. */
  readonly asked: readonly Asked[];
  /** First day of each level above Level 1, which comes with the registration. */
  readonly levelReachedOn: Readonly<Partial<Record<Level, string>>>;
  /** The last word on it, for those who do not read all of them. */
  readonly lastWordIn: Readonly<Record<'PUBLIC' | 'MEMBER_STATES', Word | null>>;
  /** Its statuses and levels one after the other, as they were recorded. */
  readonly standings: readonly Standing[];
  /** How many events it has in which month; of who is shown the row, those that he may read. */
  readonly months: readonly EventsOfMonth[];
  /** Never stored: the reader's state carried the pledge then, and does so no longer. */
  readonly formerOwner?: true;
}
