/**
 * The refusals of this room. Callers tell refusals apart by code (docs/refusals.md lists the codes); messages are for people and
 * may change.
 */
import { saysSomething } from '@pledgeline/contracts';
import { Rejected, type RejectionKind } from '@pledgeline/event-sourcing';

type Details = Readonly<Record<string, unknown>>;

const refusal =
  (kind: RejectionKind) =>
  (code: Uppercase<string>, message: string, details: Details = {}): Rejected =>
    new Rejected(kind, code, message, details);

/** The command itself is wrong, for any pledge. */
export const invalid = refusal('invalid');
/** The command names something that does not exist. */
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

/** @param share in per cent. @throws {Rejected} SHARE_OUT_OF_RANGE */
export const mustBeShare = (share: number, field = 'share'): void => {
  if (share >= 0 && share <= 100) return;
  throw invalid('SHARE_OUT_OF_RANGE', `${field} must be between 0 and 100 per cent.`, { field });
};
