/**
 * Finds what a correction would do to the rest of a history: every event from the corrected one on is decided again, under the
 * rules of its time, as if the corrected event had been so from the beginning. A refusal that also occurs without the correction
 * does not count.
 */
import { correctedBy, latestToday, type PledgeEvent } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { evolve } from '../evolve.ts';
import { pledgeUnder } from '../pledge.ts';
import { ruleBook, rules } from '../rule-book.ts';
import { sameContent } from '../same-content.ts';
import { initialPledge, type Pledge } from '../state.ts';
import type { BlockedEvent, Change, Examined, Findings } from './correction.state.ts';
import { rebuiltCommand } from './rebuilt-command.ts';
import { uncorrectable } from './uncorrectable.ts';

/**
 * @param history the whole stream as it reads now: newest shapes, earlier corrections applied.
 * @returns the findings that the commands of this chapter need.
 */
export const examine = (
  history: readonly RecordedEvent[],
  corrects: string,
  changes: readonly Change[],
  now: string,
): Examined => {
  const original = history.find(({ id }) => id === corrects) ?? null;
  if (original === null || uncorrectable(original, changes, latestToday(now)) !== undefined) {
    return { original, findings: NOTHING };
  }
  return { original, findings: findingsOf(history, original, changes) };
};

const NOTHING: Findings = { blocked: [], lacking: [] };

const findingsOf = (
  history: readonly RecordedEvent[],
  original: RecordedEvent,
  changes: readonly Change[],
): Findings => {
  const corrected = correctedBy(original, { changes: [...changes] });
  const from = history.indexOf(original);
  const asItWas = decidedAgain(history, from);
  const asCorrected = decidedAgain(history.with(from, corrected), from);
  return {
    blocked: asCorrected.flatMap(({ event, outcome }, n) =>
      outcome instanceof Rejected && !(asItWas[n]?.outcome instanceof Rejected)
        ? [blockedBy(event, outcome)]
        : [],
    ),
    lacking: lacking(corrected, asCorrected[0], new Set(differences(original, asItWas[0]))),
  };
};

export const blockedBy = (
  { id, type, revision }: RecordedEvent,
  { code, message }: Rejected,
): BlockedEvent => ({
  eventId: id,
  event: type,
  revision,
  code,
  message,
});

export interface DecidedAgain {
  readonly event: RecordedEvent;
  /** Undefined where there is nothing to decide: it came with the event before, or no command of today makes it. */
  readonly outcome: readonly PledgeEvent[] | Rejected | undefined;
}

/** Every event from there on, each decided on the state that the ones before it leave. */
export const decidedAgain = (history: readonly RecordedEvent[], from: number): readonly DecidedAgain[] => {
  let pledge = initialPledge;
  const decided: DecidedAgain[] = [];
  for (const [n, event] of history.entries()) {
    const isFirst = history[n - 1]?.metadata.commandId !== event.metadata.commandId;
    if (n >= from) decided.push({ event, outcome: isFirst ? decideAgain(event, pledge) : undefined });
    pledge = evolve(pledge, event);
  }
  return decided;
};

const decideAgain = (event: RecordedEvent, pledge: Pledge): DecidedAgain['outcome'] => {
  const command = rebuiltCommand(event, pledge);
  if (command === undefined) return undefined;
  const named = event.metadata.ruleSet === null ? undefined : rules.named(event.metadata.ruleSet);
  try {
    const events = pledgeUnder(named === undefined ? rules : ruleBook(named)).decide(command, pledge);
    const refusal = events.find(({ type }) => type === 'MatchRefused');
    return refusal && event.type !== refusal.type ? refusedMatch(refusal) : events;
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
};

/** A reservation is answered by an event; for an event that was a match, that is a refusal as any other. */
const refusedMatch = ({ data }: PledgeEvent): Rejected =>
  new Rejected('conflict', (data as { readonly code: string }).code, 'The match would have been refused.');

/** Fields that the decision would now fill in otherwise than the corrected event says. */
const lacking = (
  corrected: RecordedEvent,
  again: DecidedAgain | undefined,
  otherwiseAnyhow: ReadonlySet<string>,
): Findings['lacking'] =>
  differences(corrected, again)
    .filter((field) => !otherwiseAnyhow.has(field))
    .map((field) => ({ field, expected: said(again, corrected)[field] ?? null }));

const differences = (event: RecordedEvent, again: DecidedAgain | undefined): readonly string[] => {
  const events = said(again, event);
  const recorded: Fields = { ...(event.data as object), occurredOn: event.metadata.occurredOn };
  return Object.keys(events).filter((field) => !sameContent(events[field], recorded[field]));
};

type Fields = Readonly<Record<string, unknown>>;

/** The event of the same type among what was decided, with its business date; nothing where there is none. */
const said = (again: DecidedAgain | undefined, { type, metadata }: RecordedEvent): Fields => {
  const events = Array.isArray(again?.outcome) ? (again.outcome as readonly PledgeEvent[]) : [];
  const event = events.find((one) => one.type === type);
  if (event === undefined) return {};
  return {
    ...event.data,
    occurredOn: event.occurredOn === undefined ? metadata.occurredOn : event.occurredOn,
  };
};
