/** Every code with which this room says no. Callers tell refusals apart by code; messages are for people and may change. */
import { saysSomething } from '@pledgeline/contracts';
import { Rejected, type RejectionKind } from '@pledgeline/event-sourcing';

type RefusalCode =
  // Who, when and in which order: asked of every command.
  | 'PLEDGE_NOT_FOUND'
  | 'FORBIDDEN'
  | 'WRONG_ORDER'
  | 'WRONG_TRACK'
  | 'DATE_MISSING'
  | 'DATE_IMPOSSIBLE'
  | 'DATE_IN_FUTURE'
  | 'BEFORE_ANNOUNCEMENT'
  | 'BEFORE_STATUS'
  | 'TEXT_MISSING'
  | 'TOO_MUCH'
  // Announcement.
  | 'UNKNOWN_CATEGORY'
  | 'UNKNOWN_CAPABILITY'
  | 'CATEGORY_MISMATCH'
  | 'STANDING_MISMATCH'
  | 'PART_OF_ITSELF'
  | 'ADDITIONAL_MISSING'
  | 'DUPLICATE_ANNOUNCEMENT'
  | 'PLEDGE_EXISTS'
  | 'STATE_DIFFERS'
  | 'QUANTITY_DIFFERS'
  | 'ANNOUNCEMENT_ID_REUSED'
  | 'ALREADY_ACKNOWLEDGED'
  // Amendment.
  | 'FIELD_FIXED'
  | 'FIELD_REPEATED'
  | 'STALE_VALUE'
  | 'STRENGTH_FIXED'
  | 'VALUE_INVALID'
  // Split.
  | 'QUANTITY_MISSING'
  | 'SPLIT_TOO_LARGE'
  | 'SPLIT_TOO_SMALL'
  | 'AMOUNT_MISSING'
  | 'MONEY_LEFT'
  | 'MONEY_DIFFERS'
  | 'TRACK_DIFFERS'
  | 'UNIT_DIFFERS'
  // Conditions.
  | 'CONDITION_ID_REUSED'
  | 'UNKNOWN_CONDITION'
  | 'CONDITION_SETTLED'
  | 'BEFORE_CONDITION'
  // Suspension.
  | 'ALREADY_SUSPENDED'
  | 'NOT_SUSPENDED'
  // Reclassification.
  | 'LEVEL_TOO_HIGH'
  | 'PROPOSAL_MISSING'
  | 'SAME_PERSON'
  // Tags and progress.
  | 'PERIOD_OVERLAPS'
  | 'REPORT_ID_REUSED'
  | 'UNKNOWN_REPORT'
  | 'UNKNOWN_THEME'
  // Counting.
  | 'ALREADY_COUNTED'
  | 'COUNTED_IN_CIRCLE'
  | 'PHASES_MISSING'
  | 'UNKNOWN_TOTAL'
  // Merger.
  | 'ONE_STATE_ONLY'
  | 'SOURCE_NOT_REGISTERED'
  // Partnership.
  | 'SAME_STATE'
  | 'NO_HANDOVER'
  | 'NO_PARTNERSHIP'
  | 'NO_ROTATION'
  | 'PARTNER_UNCLEAR'
  | 'PARTNER_EXISTS'
  | 'UNKNOWN_PARTNER'
  | 'PART_MISSING'
  | 'SHARES_TOO_LARGE'
  | 'LEAD_MISSING'
  | 'DOS_NOTE_MISSING'
  | 'TURNS_MISSING'
  | 'TURNS_OUT_OF_ORDER'
  | 'TURNS_OVERLAP'
  | 'NOT_NEXT_IN_TURN'
  // Clarification and registration.
  | 'CLARIFICATION_ID_REUSED'
  | 'UNKNOWN_CLARIFICATION'
  | 'CLARIFICATION_CLOSED'
  | 'CLARIFICATION_OPEN'
  | 'DOCUMENTS_MISSING'
  | 'TARGET_MISSING'
  // Validity.
  | 'NO_VALIDITY'
  | 'ALREADY_EXPIRED'
  | 'RENEWAL_TOO_EARLY'
  | 'RENEWAL_TOO_SHORT'
  | 'RENEWAL_TOO_LONG'
  | 'REVIVAL_TOO_LATE'
  | 'NOT_DUE'
  | 'ALREADY_WITHDRAWN'
  // Readiness.
  | 'SAME_DOCUMENT'
  | 'STALE_VERSION'
  | 'LEVEL_NOT_HIGHER'
  | 'LEVEL_JUMP'
  | 'LEVEL_NOT_LOWER'
  | 'LEVEL_NOT_BACKED'
  | 'AAV_MISSING'
  | 'AAV_NOT_SUCCESSFUL'
  | 'AAV_EXPIRED'
  | 'RDL_VERIFICATION_MISSING'
  | 'RDL_VERIFICATION_NOT_SUCCESSFUL'
  | 'RDL_VERIFICATION_EXPIRED'
  | 'BEFORE_VISIT'
  | 'REFERENCE_MISSING'
  | 'DEPLOYMENT_TOO_SLOW'
  | 'CONSENT_MISSING'
  // Selection.
  | 'QUANTITY_INVALID'
  | 'EXPIRED'
  | 'CODE_MISMATCH'
  | 'ALREADY_MATCHED'
  | 'NOT_ENOUGH_LEFT'
  | 'UNKNOWN_MATCH'
  | 'TOO_MANY_MATCHES'
  | 'HOST_CONSENT_REFUSED'
  // Caveats.
  | 'CAVEAT_ID_REUSED'
  | 'UNKNOWN_CAVEAT'
  | 'CAVEAT_CLOSED'
  | 'CAVEAT_OPEN'
  // Performance.
  | 'ASSESSMENT_ID_REUSED'
  | 'UNKNOWN_FINDING'
  | 'FINDING_FOLLOWED_UP'
  | 'UNKNOWN_PLAN'
  | 'PLAN_CLOSED'
  // Corrections.
  | 'CORRECTION_ID_REUSED'
  | 'UNKNOWN_CORRECTION'
  | 'CORRECTION_CLOSED'
  | 'UNKNOWN_EVENT'
  | 'EVENT_NOT_CORRECTABLE'
  | 'FIELD_NOT_CORRECTABLE'
  | 'CORRECTION_INVALID'
  | 'CORRECTION_INCOMPLETE'
  | 'CORRECTION_BREAKS'
  // Deployment.
  | 'MOU_EXISTS'
  | 'MOU_MISSING'
  | 'PERIOD_INVALID'
  | 'STRENGTH_OUT_OF_RANGE'
  | 'RETROACTIVE_REASON_MISSING'
  | 'NOTHING_TO_CHANGE'
  | 'BEFORE_SELECTION'
  | 'BEFORE_PDV'
  | 'APPROVER_MISSING'
  | 'STRENGTH_ABOVE_MOU'
  | 'ALREADY_DEPLOYED'
  | 'BEFORE_LAST_ROTATION'
  | 'BEFORE_DEPLOYMENT'
  | 'SHARE_OUT_OF_RANGE'
  | 'TOO_EARLY'
  // Implementation.
  | 'MILESTONES_MISSING'
  | 'MILESTONE_ID_REUSED'
  | 'UNKNOWN_TEMPLATE'
  | 'DUE_DATES_OUT_OF_ORDER'
  | 'UNKNOWN_MILESTONE'
  | 'MILESTONE_ALREADY_MET'
  | 'MILESTONES_OPEN'
  | 'IN_USE_MISSING'
  | 'EVIDENCE_MISSING'
  | 'EVIDENCE_ID_REUSED'
  | 'UNKNOWN_EVIDENCE'
  | 'EVIDENCE_REJECTED'
  | 'EVIDENCE_SETTLED'
  | 'SELF_VERIFICATION'
  | 'NOTHING_DELIVERED'
  // Delivery.
  | 'AMOUNT_INVALID'
  | 'UNKNOWN_CURRENCY'
  | 'RECEIVED_ABOVE_COMMITTED'
  | 'NOTHING_RECEIVED'
  | 'PART_ABOVE_TOTAL'
  | 'COURSE_ID_REUSED'
  | 'SECONDMENT_ID_REUSED'
  | 'UNKNOWN_SECONDMENT'
  | 'SECONDMENT_ENDED'
  | 'POST_OCCUPIED'
  | 'NUMBER_ABOVE_PLEDGED'
  | 'UNKNOWN_INDICATOR'
  | 'MEASURE_OUT_OF_RANGE';

type Details = Readonly<Record<string, unknown>>;

const refusal =
  (kind: RejectionKind) =>
  (code: RefusalCode, message: string, details: Details = {}): Rejected =>
    new Rejected(kind, code, message, details);

/** The command itself is wrong, whatever the pledge. */
export const invalid = refusal('invalid');
/** What the command speaks of does not exist. */
export const missing = refusal('missing');
/** The pledge is not as the command needs it. */
export const conflict = refusal('conflict');
/** Somebody else may, or nobody in that place. */
export const forbidden = refusal('forbidden');

/** Not stated, or nothing that anybody could see. */
export const isBlank = (text: string | null | undefined): boolean => !saysSomething(text ?? '');

/** @throws {Rejected} for a text that says nothing. */
export const mustSay = (field: string, text: string | null): string => {
  if (text === null || isBlank(text))
    throw invalid('TEXT_MISSING', `${field} must say something.`, { field });
  return text;
};
