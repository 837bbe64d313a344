/**
 * Histories that are entered years later (accountability page, section 5). An offer that was over before it was recorded is
 * taken when somebody says that it is a late entry, and stays as it is while its history is entered.
 */
import { addDays, dayOf, earliestToday } from '@pledgeline/contracts';
import { recordedTimeOf } from '@pledgeline/event-sourcing';
import type { AppendedEvent, Rejected } from '@pledgeline/event-sourcing';
import type { DecisionContext } from '../decision-context.ts';
import { conflict } from '../refusal.ts';
import type { Pledge } from '../state.ts';

/** Null while the offer was not over when it was recorded. */
interface LateEntry {
  /** In UTC. */
  readonly lastRecordedOn: string;
}

/** With one event more. An offer is a late entry when it was over already as its end was recorded. */
export const lateEntryAfter = (
  before: Pick<Pledge, 'validUntil' | 'lateEntry'>,
  { validUntil }: Pick<Pledge, 'validUntil'>,
  event: AppendedEvent,
): LateEntry | null => {
  const isLate =
    validUntil === before.validUntil
      ? before.lateEntry !== null
      : validUntil !== null && validUntil < earliestToday(recordedTimeOf(event));
  return isLate ? { lastRecordedOn: dayOf(recordedTimeOf(event)) } : null;
};

/** The refusal of a lapse while the history is being entered; undefined when it may lapse. */
export const beingEntered = (
  { lateEntry }: Pick<Pledge, 'lateEntry'>,
  { earliestToday: earliest, rules: { lateEntryDays } }: Pick<DecisionContext, 'earliestToday' | 'rules'>,
): Rejected | undefined => {
  if (lateEntry === null || lateEntryDays === 0) return undefined;
  const dueOn = addDays(lateEntry.lastRecordedOn, lateEntryDays);
  if (earliest > dueOn) return undefined;
  return conflict(
    'NOT_DUE',
    `The history of this pledge is being entered. It does not lapse before ${dueOn}.`,
    { dueOn },
  );
};

/** @param validUntil on the dates that are entered. @throws {Rejected} ALREADY_EXPIRED, with what to state. */
export const mustNotBeOver = (
  validUntil: string | null,
  isLateEntry: boolean,
  { earliestToday: earliest, rules }: Pick<DecisionContext, 'earliestToday' | 'rules'>,
  field = 'lateEntry',
): void => {
  if (validUntil === null || validUntil >= earliest || isLateEntry || !rules.pastOffersAreLateEntries) return;
  throw conflict(
    'ALREADY_EXPIRED',
    `On these dates the pledge was valid until ${validUntil}, which is over. If its history is entered only now, state lateEntry: true.`,
    { field, validUntil, instead: { lateEntry: true } },
  );
};
