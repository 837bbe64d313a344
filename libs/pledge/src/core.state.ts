/** The fields of a pledge that several chapters change: its status, its state and its promise as it is now. */
import type { Quantity, Speaker, Status, Track } from '@pledgeline/contracts';
import { NOTHING_ENTERED, type Entered } from './entered.ts';
import { statePart } from './state-part.ts';

/** A side and a day; who of that side it was is nobody's business. */
export interface Word {
  readonly on: string;
  readonly by: Speaker;
}

export interface CoreState {
  /** Null before the announcement. */
  readonly status: Status | null;
  readonly pledgeId: string;
  readonly reference: string;
  readonly memberState: string;
  readonly track: Track | null;
  readonly capabilityCode: string | null;
  readonly quantity: Quantity | null;
  /** Of all units together: persons, and aircraft. Null where the state did not say; what it counts in persons stands in `quantity`. */
  readonly strength: Quantity | null;
  readonly aircraft: Quantity | null;
  readonly timeframe: string | null;
  readonly deployWithinDays: number | null;
  /** First day each status was reached, by business date; null where the source gives none. */
  readonly reachedOn: Readonly<Partial<Record<Status, string | null>>>;
  /** Latest business date of what people did; what the system alone wrote (reminder, lapse, refused match) does not count. */
  readonly lastActivityOn: string | null;
  /** Of the state, a partner or the implementing body: nothing else breaks a silence. */
  readonly lastWord: Word | null;
  /** An amount was stored with more decimals than its currency has, and is read without them. */
  readonly amountsRounded: boolean;
  /** What states, partners and implementing bodies have put on it. */
  readonly entered: Entered;
}

export const coreState = statePart<CoreState, object>({
  status: null,
  pledgeId: '',
  reference: '',
  memberState: '',
  track: null,
  capabilityCode: null,
  quantity: null,
  strength: null,
  aircraft: null,
  timeframe: null,
  deployWithinDays: null,
  reachedOn: {},
  lastActivityOn: null,
  lastWord: null,
  amountsRounded: false,
  entered: NOTHING_ENTERED,
});
