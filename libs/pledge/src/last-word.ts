/** The last word on a pledge, and since when there is silence: accountability page, section 4. */
import {
  addMonths,
  businessDateOf,
  laterDay,
  OPEN_STATUSES,
  SPEAKERS,
  speakerRules,
  type Speaker,
  type SpeakerRule,
  type Status,
} from '@pledgeline/contracts';
import type { AppendedEvent } from '@pledgeline/event-sourcing';
import type { Word } from './core.state.ts';
import type { Pledge } from './state.ts';

/** A map, because the store may hold events of a later version of this code; they are nobody's word. */
const ruleOf: ReadonlyMap<string, SpeakerRule> = new Map(Object.entries(speakerRules));

/**
 * With one event more. The day of the word counts and not the order of entry; of two on one day the state's comes first.
 * @param memberState whose pledge it was before the event; another state speaks as a partner.
 */
export const lastWordAfter = (last: Word | null, event: AppendedEvent, memberState: string): Word | null => {
  const by = speakerOf(event, memberState);
  if (by === null) return last;
  const on = businessDateOf(event);
  const isLater = last === null || on > last.on || (on === last.on && rank(by) < rank(last.by));
  return isLater ? { on, by } : last;
};

const rank = (speaker: Speaker): number => SPEAKERS.indexOf(speaker);

/** An act that an officer recorded for others is their word, not his. */
const speakerOf = ({ type, metadata }: AppendedEvent, memberState: string): Speaker | null => {
  const rule = ruleOf.get(type) ?? null;
  if (rule !== 'SENDER') return rule;
  const { recordedFor, onBehalfOf } = metadata;
  const role = recordedFor ?? metadata.role;
  if (role === 'MS') return onBehalfOf === null || onBehalfOf === memberState ? 'STATE' : 'PARTNER';
  if (role === 'PARTNER') return 'PARTNER';
  return role === 'IMPL' ? 'BODY' : null;
};

const SILENT_MONTHS = 12;

/** They are open, and nobody owes a word: the unit is in the mission, or what was promised has come in part and rests. */
const NEVER_SILENT: readonly (Status | null)[] = ['DEPLOYED', 'PARTIALLY_FULFILLED'];

/**
 * The pledge is silent from this day on, until somebody speaks; null where nobody owes a word. The time in the mission is no
 * silence, so the months begin anew when the unit comes home.
 * @param heardOn day of the last word.
 */
export const silentFrom = (
  { status, deployment }: Pick<Pledge, 'status' | 'deployment'>,
  heardOn: string,
): string | null => {
  if (status === null || !OPEN_STATUSES.includes(status) || NEVER_SILENT.includes(status)) return null;
  return addMonths(laterDay(heardOn, deployment?.repatriatedOn ?? null) ?? heardOn, SILENT_MONTHS);
};

/** @param earliestToday the day of the anniversary has begun everywhere, so that the months are over all over the world. */
export const isSilent = (from: string | null, earliestToday: string): boolean =>
  from !== null && from <= earliestToday;
