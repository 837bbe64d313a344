/**
 * Finds what an annulment would do to the rest of a history: every later event is decided again, under the rules of its time, as
 * if the struck ones had never been. A refusal that occurs with them too does not count. Accountability page, section 9.
 */
import type { DataOf, PledgeEvent } from '@pledgeline/contracts';
import { struckEvent } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { blockedBy, decidedAgain, type DecidedAgain } from '../correction/replayed-with.ts';
import type { BlockedEvent } from '../correction/correction.state.ts';
import { conflict } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import { ABOUT_THE_HISTORY, type AnnulmentExamined } from './annulment.state.ts';
import { unannullable } from './unannullable.ts';

/**
 * What one command wrote is struck together. With the announcement falls what answers it, acknowledgement and questions.
 * @param history the whole stream as it reads now: newest shapes, corrected, what was struck before as such.
 * @param annuls id of an event.
 * @returns the findings that the commands of this chapter need.
 */
export const examineAnnulment = (history: readonly RecordedEvent[], annuls: string): AnnulmentExamined => {
  const named = history.find(({ id }) => id === annuls);
  if (named === undefined) return { strikes: [], blocked: [] };
  const together = history.filter(({ metadata }) => metadata.commandId === named.metadata.commandId);
  if (unannullable(together)) return { strikes: together, blocked: [] };
  const rest = history.filter((event) => !together.includes(event) && isPartOfALife(event));
  const later = rest.filter(({ revision }) => revision > named.revision);
  if (!together.some(({ type }) => type === 'PledgeAnnounced')) {
    const found = broken(history, rest, history.indexOf(together[0] ?? named));
    return { strikes: together, blocked: [...carriedOut(together, later), ...found] };
  }
  const answers = later.filter(({ type }) => ANSWERS.has(type));
  const others = [
    ...later.filter((event) => !answers.includes(event)),
    ...history.filter((event) => together.some(({ id }) => changesWhatItUpdates(event, id))),
  ];
  return { strikes: [...together, ...answers], blocked: others.map((event) => blockedBy(event, VOID)) };
};

const ANSWERS: ReadonlySet<string> = new Set<PledgeEvent['type']>([
  'PledgeAcknowledged',
  'ClarificationRequested',
  'ClarificationProvided',
]);

const isPartOfALife = (event: RecordedEvent): boolean =>
  struckEvent(event) === undefined && !ABOUT_THE_HISTORY.has(event.type);

/** The pledge that it updated before may have been superseded by it. */
const changesWhatItUpdates = ({ type, data }: RecordedEvent, announcementId: string): boolean => {
  if (type !== 'EventCorrected') return false;
  const { corrects, changes } = data as DataOf<'EventCorrected'>;
  return (
    corrects === announcementId && changes.some(({ field }) => field === 'standing' || field === 'renews')
  );
};

const VOID = conflict('PLEDGE_VOID', 'The pledge that it is about would be void.');

/** An act that waited for its second officer is not rebuilt from its proposal: what he made of it names the act. */
const carriedOut = (
  together: readonly RecordedEvent[],
  later: readonly RecordedEvent[],
): readonly BlockedEvent[] => {
  const proposed = together.filter(({ type }) => type === 'ActProposed').map(actOf);
  return later
    .filter((event) => DECIDES_AN_ACT.has(event.type) && proposed.includes(actOf(event)))
    .map((event) => blockedBy(event, NOT_PROPOSED));
};

const actOf = ({ data }: RecordedEvent): string => (data as DataOf<'ActProposed'>).actId;

const DECIDES_AN_ACT: ReadonlySet<string> = new Set<PledgeEvent['type']>(['ActRecorded', 'ActRejected']);
const NOT_PROPOSED = conflict('UNKNOWN_ACT', 'The act that it decides would not have been proposed.');

const broken = (
  history: readonly RecordedEvent[],
  without: readonly RecordedEvent[],
  from: number,
): readonly BlockedEvent[] => {
  const asItWas = new Map(decidedAgain(history, from).map(({ event, outcome }) => [event.id, outcome]));
  return decidedAgain(without, 0).flatMap(({ event, outcome }) => {
    if (!asItWas.has(event.id)) return [];
    const refusal = refusalOf(event, asItWas.get(event.id), outcome);
    return refusal === undefined ? [] : [blockedBy(event, refusal)];
  });
};

/** What it became is opened from all that the pledge had then. */
const CARRIES_OVER: ReadonlySet<string> = new Set<PledgeEvent['type']>([
  'PledgeSplit',
  'PledgesMerged',
  'PledgeMergedInto',
]);

const refusalOf = (
  { type }: RecordedEvent,
  before: DecidedAgain['outcome'],
  after: DecidedAgain['outcome'],
): Rejected | undefined => {
  if (CARRIES_OVER.has(type)) return CARRIED_OVER;
  if (before === undefined || before instanceof Rejected) return undefined;
  if (after instanceof Rejected) return after;
  return sameContent(before, after) ? undefined : SAID_OTHERWISE;
};

const CARRIED_OVER = conflict('CARRIED_OVER', 'What the pledge became took this over.');
const SAID_OTHERWISE = conflict('DECIDED_OTHERWISE', 'It would say something else than it does.');
