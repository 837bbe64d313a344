export { pledgeAccess } from './access.ts';
export { ACT_STANDINGS, isOpenToObjection, stateOfAct } from './acts/acts.state.ts';
export type { Act, Objection } from './acts/acts.state.ts';
export { firstPersons } from './acts/second-person.ts';
export { partsFor } from './acts/parts-of-commands.ts';
export { examineAct } from './acts/examine-act.ts';
export { ACT_MOVED } from './acts/objection.ts';
export { deliveryOf, JUDGED_BECAUSE } from './accountability/dimensions.ts';
export type { Delivery, DimensionFigures } from './accountability/dimensions.ts';
export type { Closing, Figures, Lowering } from './accountability/accountability.state.ts';
export { hasDelivered } from './accountability/has-delivered.ts';
export { classOf, PLEDGE_CLASSES } from './accountability/pledge-class.ts';
export type { PledgeClass } from './accountability/pledge-class.ts';
export { moneyPromised, promisedIn } from './amendment/amendment.state.ts';
export type { ProgressReport } from './progress/progress.state.ts';
export { openSupportRequests } from './support/support.state.ts';
export type { SupportRequest } from './support/support.state.ts';
export { suspendedNow } from './suspension/suspension.state.ts';
export type { Suspension } from './suspension/suspension.state.ts';
export type { LikePledge } from './announcement/announcement.state.ts';
export { announcementOf } from './announcement/announcement.ts';
export { shareOfWomen } from './targets/side-by-side.ts';
export { askBaseline, askFor, askNow, missingNow } from './announcement/missing-fields.ts';
export type { Missing } from './announcement/missing-fields.ts';
export { sameOfferKey } from './announcement/same-offer.ts';
export type { Offer } from './announcement/same-offer.ts';
export { sourcesDiffer } from './announcement/sources.ts';
export { isRepeat, isRepeatOpen, isUnchecked } from './standing/standing.state.ts';
export { isShareOfWomen, targetsSideBySide } from './targets/side-by-side.ts';
export type { ShareAimedAt } from './targets/targets.state.ts';
export type { TargetStanding } from './targets/side-by-side.ts';
export { termsPromised } from './terms/terms.state.ts';
export { announcedLater } from './standing/announced-later.ts';
export { isDerived } from './split/split.state.ts';
export { childOfSplit } from './split/derive.ts';
export { categoryOf } from './category.ts';
export { openCaveats } from './caveats/caveats.state.ts';
export { isGivenUp, liftingWaitsFor } from './caveats/lifting.ts';
export type { Caveat } from './caveats/caveats.state.ts';
export { openConditions } from './conditions/conditions.state.ts';
export type { Condition } from './conditions/conditions.state.ts';
export type { Course, Delivered, Secondment } from './delivery/delivery.state.ts';
export { arrearsOf, debtKeyOf, paymentsOfArrears } from './delivery/arrears.ts';
export type { Arrears } from './delivery/arrears.ts';
export { isAfterValidity, isPaid, moneyValidUntil } from './delivery/money-validity.ts';
export { pledgedMoney } from './delivery/pledged-money.ts';
export type { MoneyLine } from './delivery/pledged-money.ts';
export { isLate, trancheDue, tranchesOf } from './delivery/tranches.ts';
export type { Tranche } from './delivery/tranches.ts';
export {
  monthsServed,
  postMonthsServed,
  postOf,
  postsFilled,
  postsHeldOn,
  tourMonths,
} from './delivery/posts.ts';
export { promisedMonths } from './accountability/promised-months.ts';
export { postsToFill } from './delivery/posts-promised.ts';
export { EVIDENCE_STANDINGS } from './implementation/implementation.state.ts';
export type { Evidence, Milestone } from './implementation/implementation.state.ts';
export { jointPledge } from './merge/joint-pledge.ts';
export { mergeSourceOf } from './merge/merge.state.ts';
export {
  concernedIn,
  confirmedIn,
  leadOf,
  missingParts,
  promisedBy,
  statesOf,
  unconfirmedIn,
} from './partnership/partnership.state.ts';
export { creditsOf, statesOnlyNamed } from './partnership/credit.ts';
export type { Credit } from './partnership/credit.ts';
export type { Partner, PartnerProposal, Partnership } from './partnership/partnership.state.ts';
export { mustBeBought, unknownUnit } from './announcement/countable.ts';
export { mustBeMoney } from './money-amount.ts';
export { pledgeNames, pledgesNamed } from './naming/pledge-names.projection.ts';
export { simulatedReference } from './naming/simulated-reference.ts';
export { holesIn, nextAfter } from './partnership/turns.ts';
export type { Hole } from './partnership/turns.ts';
export { sharesFindingsWith } from './performance/findings-consent.state.ts';
export type { CourseEvaluation } from './evaluation/evaluation.state.ts';
export { findingsOf, openPlans } from './performance/performance.state.ts';
export type { Assessment, Finding } from './performance/performance.state.ts';
export { openAnnulments } from './annulment/annulment.state.ts';
export type { Annulment, AnnulmentExamined } from './annulment/annulment.state.ts';
export { mustNotBeVoid } from './annulment/not-void.ts';
export { examineAnnulment } from './annulment/examine-annulment.ts';
export { CORRECTION_STANDINGS, openProposals } from './correction/correction.state.ts';
export type { Change, Correction } from './correction/correction.state.ts';
export type { Examined } from './correction/correction.state.ts';
export { examine } from './correction/replayed-with.ts';
export { mustNotBeTooMuch, NOTHING_ENTERED, withEntry } from './entered.ts';
export type { Bounded, Entered } from './entered.ts';
export { beingEntered } from './validity/late-entry.ts';
export { levelStillBacked } from './readiness/level-basis.ts';
export { PLEDGE_COMMANDS, pledgeCommands, sendToPledge } from './pledge-commands.ts';
export type { PledgeCommands } from './pledge-commands.ts';
export { onDay } from './ordering.ts';
export { allowedNow, pledge, refusedNow } from './pledge.ts';
export { isPossible, maySend, rolesSending, statesSending } from './senders.ts';
export { bodyHasPart } from './acts/acting-role.ts';
export { CANDIDATES, leftForGap, OBSTACLE_STAGES, obstaclesTo } from './selection/candidate.ts';
export type { GapToFill } from './selection/candidate.ts';
export { leftSideBySide, leftToMatch } from './selection/what-is-taken.ts';
export { aircraftStated, figuresStated, personsStated, sideBySide } from './measures/side-by-side.ts';
export { rules } from './rule-book.ts';
export type { RuleSet } from './rule-set.ts';
export { isSilent, lastWordAfter, silentFrom } from './last-word.ts';
export type { Word } from './core.state.ts';
export { initialPledge } from './state.ts';
export type { CommandOf, Pledge, PledgeCommand, PledgeCommandData, PledgeCommandType } from './state.ts';
export { transitions } from './chapters.ts';
export { LINKERS, mayLink } from './announcement/linkers.ts';
export { standingOf } from './beside/act.ts';
export type { Acts } from './beside/act.ts';
export { desksOf, mustBeInField } from './beside/field-of-asks.ts';
export {
  GAP_OWNERS,
  gapActs,
  mustBeOfDesk,
  mustBeOpenGap,
  mustHaveLeft,
  mustHoldNothing,
} from './beside/gap-acts.ts';
export {
  ideaActs,
  mustActForWhose,
  mustNotBeTakenUp,
  RAISING,
  SECRETARIAT,
  SETTLING,
} from './beside/idea-acts.ts';
export {
  mustActForOwner,
  mustBeOpenNeed,
  mustKeepNeed,
  mustStandOffered,
  needActs,
  NEEDY,
  offerActs,
  OFFERING,
} from './beside/need-acts.ts';
export type { OfferStatus } from './beside/need-acts.ts';
export {
  CONFERENCE_KEEPERS,
  conferenceActs,
  FILE_KEEPERS,
  fileActs,
  MISSION_KEEPERS,
  missionActs,
  mustTakeNew,
  REGISTER_KEEPERS,
  registerActs,
  REQUIREMENT_PUBLISHERS,
  requirementActs,
} from './beside/record-acts.ts';
export { heldAlready, notHeldYet, outcomeExists, visitActs, VISITORS } from './beside/visit-acts.ts';
