/**
 * The policies, which may change. A rule set is a value with a name; every event that was
 * decided by one carries that name, and dates that follow from it are written into the event, so that replay never asks
 * a rule set. To change a rule, add a rule set; never edit one under which events were written.
 */
import type { DocumentKind, Level, VisitOutcome } from '@pledgeline/contracts';

/** Accountability page, section 12: for so long who leaves a post and who follows may be there together. */
export const POST_HANDOVER_DAYS = 30;

export interface RuleSet {
  readonly name: string;
  /** First day of the clock on which it decides. */
  readonly inForceFrom: string;
  /** PCRS page, section 3: without them no Level 1, hence no registration as a capability. */
  readonly level1Documents: readonly DocumentKind[];
  readonly level3Documents: readonly DocumentKind[];
  /** Section 4.2: outcomes upon which a level can rest. */
  readonly successfulOutcomes: readonly VisitOutcome[];
  /** Section 4.5. */
  readonly aavValidMonths: number;
  /** Section 4.6. */
  readonly rdlVerificationValidMonths: number;
  /** Section 3.6. */
  readonly rdlDeployWithinDays: number;
  /** Section 5.1 and 5.2, counted from registration. */
  readonly firstValidityMonths: number;
  readonly renewalMonths: number;
  /** Section 5.3. */
  readonly reminderDays: number;
  readonly graceDays: number;
  /** Section 5.4, counted from the lapse. */
  readonly revivalMonths: number;
  /** Section 6.3. */
  readonly selectionLevel: Level;
  /** Lifecycle page, section 6: from this share of the pledged quantity on it counts as fulfilled, below as partly fulfilled. */
  readonly fulfilledFromShare: number;
  /** Assumption: for so long two states of a rotation may be in place together. */
  readonly turnOverlapDays: number;
  /** Seed systems, part B: so long before, a hole in a rotation is flagged. */
  readonly turnWarningDays: number;
  /** Assumption: a pledge that states no number is an offer of so many. */
  readonly offeredWhenNotStated: number;
  /** Accountability page, section 1: what can be counted is computed, and a share that somebody states is not taken. */
  readonly deliveryIsComputed: boolean;
  /** Accountability page, section 5: an offer that was over before it was entered is taken only as a late entry. */
  readonly pastOffersAreLateEntries: boolean;
  /** Accountability page, section 2: what was received is held against the commitments of its own giver and kind alone. */
  readonly moneyBySource: boolean;
  /** Accountability page, section 2: of a promise of finance every unit is known, also at registration and amendment. */
  readonly financeUnitsAreKnown: boolean;
  /** Accountability page, section 2: so long before money may no longer be used, its state is told. */
  readonly moneyValidityWarningDays: number;
  /** Accountability page, section 12: so long before a post ends it is a task; also before a level or a memorandum does. */
  readonly endWarningDays: number;
  /** Accountability page, section 2: money that was named in one currency comes into another by a rate of a day. */
  readonly conversionsAreStated: boolean;
  /** So long after the last event recorded of a late entry, nothing lapses or is lost by itself. */
  readonly lateEntryDays: number;
  /** Accountability page, section 5: a registration or a level is not before the day that a paper behind it bears. */
  readonly papersPrecedeActs: boolean;
  /** Section 3: an update stands in place of what it updates, where nothing of that was delivered. */
  readonly updatesSupersede: boolean;
  /** Accountability page, section 7: what a state gives up of a blocking caveat counts when others have confirmed it. */
  readonly liftingsAreConfirmed: boolean;
  /** Section 10: a mission is open, and its host consents, as the register has it on the day of the act. */
  readonly missionsAreOnRecord: boolean;
  /** Accountability page, section 12: persons fill the posts that were promised, and no more unless that is said. */
  readonly postsAreCounted: boolean;
  /** Accountability page, section 13: FGS and PD ask for what is of their own field. */
  readonly asksHaveFields: boolean;
  /** Section 13: what an offer to a need names as its promise is a pledge of whoever offers, and one that stands. */
  readonly offersNameOwnPledges: boolean;
  /** Accountability page, section 6: nobody joins by his own word alone, and only who is confirmed has a part. */
  readonly partnersAreConfirmed: boolean;
  /** Section 11: a match is in the measure of the gap, and takes the like share of the pledge. */
  readonly matchesFollowMeasures: boolean;
  /** Section 7: what is found in the field was not there before the unit was. */
  readonly incidentsFollowArrival: boolean;
}

/** After the PCRS Guidelines 2019.01; where the public text is silent, the assumptions of the PCRS page. */
export const pcrs2019: RuleSet = {
  name: 'pcrs-2019.01',
  inForceFrom: '2019-01-01',
  level1Documents: ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT'],
  level3Documents: ['LOAD_LIST'],
  successfulOutcomes: ['SUCCESSFUL', 'SUCCESSFUL_WITH_RECOMMENDATIONS'],
  aavValidMonths: 24,
  rdlVerificationValidMonths: 12,
  rdlDeployWithinDays: 60,
  firstValidityMonths: 12,
  renewalMonths: 6,
  reminderDays: 30,
  graceDays: 30,
  revivalMonths: 12,
  selectionLevel: 'L2',
  fulfilledFromShare: 90,
  turnOverlapDays: 30,
  turnWarningDays: 90,
  offeredWhenNotStated: 1,
  deliveryIsComputed: false,
  pastOffersAreLateEntries: false,
  moneyBySource: false,
  financeUnitsAreKnown: false,
  moneyValidityWarningDays: 90,
  endWarningDays: 90,
  conversionsAreStated: false,
  lateEntryDays: 0,
  papersPrecedeActs: false,
  updatesSupersede: false,
  liftingsAreConfirmed: false,
  missionsAreOnRecord: false,
  postsAreCounted: false,
  asksHaveFields: false,
  offersNameOwnPledges: false,
  partnersAreConfirmed: false,
  matchesFollowMeasures: false,
  incidentsFollowArrival: false,
};

/** With the guards of the accountability page. */
export const pcrs2026: RuleSet = {
  ...pcrs2019,
  name: 'pcrs-2026.11',
  inForceFrom: '2026-11-01',
  deliveryIsComputed: true,
  pastOffersAreLateEntries: true,
  moneyBySource: true,
  financeUnitsAreKnown: true,
  conversionsAreStated: true,
  lateEntryDays: 30,
  papersPrecedeActs: true,
  updatesSupersede: true,
  liftingsAreConfirmed: true,
  missionsAreOnRecord: true,
  postsAreCounted: true,
  asksHaveFields: true,
  offersNameOwnPledges: true,
  partnersAreConfirmed: true,
  matchesFollowMeasures: true,
  incidentsFollowArrival: true,
};
