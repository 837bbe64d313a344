/**
 * Plausible pledges in any number, from a seed, over years. Everything is decided by the deciders of the product: a life sends
 * commands, as people do, and the policies answer what was appended. Nothing is written past them. Days pass for all lives together.
 */
import type { Clock, Log } from '@pledgeline/event-sourcing';
import { derivedId, Rejected } from '@pledgeline/event-sourcing';
import type { Command, RecordedEvent } from '@pledgeline/event-sourcing';
import type { PledgeCommand, PledgeCommands } from '@pledgeline/pledge';
import type { GapCommands } from '../gaps/gap-commands.ts';
import type { GapCommand } from '../gaps/gap.ts';
import { policies } from '../policies.ts';
import type { VisitCommands } from '../readiness/visit-commands.ts';
import type { VisitCommand } from '../readiness/visit.ts';
import type { Act, Life, Step } from './act.ts';
import { dayAfter } from './begin-life.ts';
import { simulatedLife } from './simulated-life.ts';

/** What a simulation stands on; the store records by the same clock. */
export interface SimulatedOn {
  readonly pledges: PledgeCommands;
  readonly gaps: GapCommands;
  readonly visits: VisitCommands;
  readonly clock: Clock;
  /** Moves the clock on, never back. */
  readonly moveTo: (time: string) => void;
  readonly log: Log;
}

export interface Simulation {
  readonly seed: string;
  readonly pledges: number;
  /** First and last day; lives that would go on beyond it are under way then. */
  readonly from: string;
  readonly to: string;
  readonly onDay?: (progress: { readonly day: string; readonly begun: number }) => void;
  readonly interrupted?: AbortSignal;
}

export interface Simulated {
  readonly pledges: number;
  readonly events: number;
  /** How often which refusal came; a plausible life is refused nothing. */
  readonly refusals: Readonly<Record<string, number>>;
}

/** Lives that act at the same time share a commit. */
const AT_ONCE = 256;

interface Running {
  readonly n: number;
  readonly life: Life;
  readonly step: Step;
  /** Of the next command, for ids that are the same in every run. */
  readonly sent: number;
}

/** The same seed, number and days give the same pledges. */
export const simulate = async (
  on: SimulatedOn,
  { seed, pledges, from, to, onDay, interrupted }: Simulation,
): Promise<Simulated> => {
  const days = daysBetween(from, to);
  const waiting = new Map<string, Running[]>();
  const refusals: Record<string, number> = {};
  const send = senderOn(on, seed);
  let [begun, events] = [0, 0];
  const wait = (day: string, running: Running): void => {
    const others = waiting.get(day);
    if (others === undefined) waiting.set(day, [running]);
    else others.push(running);
  };
  const goOn = async ({ n, life, step, sent }: Running, day: string): Promise<void> => {
    let count = sent;
    try {
      for (const act of step.acts) events += await send(act, n, count++, day);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      refusals[error.code] = (refusals[error.code] ?? 0) + 1;
      return;
    }
    const next = life.next(day);
    if (!next.done) wait(dayAfter(day, next.value.after), { n, life, step: next.value, sent: count });
  };
  for (let passed = 0; passed <= days && interrupted?.aborted !== true; passed += 1) {
    const day = dayAfter(from, passed);
    on.moveTo(`${day}T09:00:00.000Z`);
    // Evenly over the days: the n-th begins where as many have begun before it.
    for (; begun < pledges && Math.floor((begun * days) / pledges) <= passed; begun += 1) {
      const life = simulatedLife(seed, begun);
      const first = life.next();
      if (!first.done) wait(day, { n: begun, life, step: first.value, sent: 0 });
    }
    for (let due = waiting.get(day); due !== undefined; due = waiting.get(day)) {
      waiting.delete(day);
      due.sort((one, other) => one.n - other.n);
      for (let at = 0; at < due.length; at += AT_ONCE)
        await Promise.all(due.slice(at, at + AT_ONCE).map((running) => goOn(running, day)));
    }
    onDay?.({ day, begun });
  }
  return { pledges: begun, events, refusals };
};

/** Sends an act, and what policies make of it. @returns how many events that appended. */
const senderOn = ({ pledges, gaps, visits, clock, log }: SimulatedOn, seed: string) => {
  const answer = policies(pledges, gaps, clock, log);
  const handle = (
    stream: string,
    command: Command,
  ): Promise<{ readonly events: readonly RecordedEvent[] }> => {
    if (stream.startsWith('gap-')) return gaps(stream, command as GapCommand);
    if (stream.startsWith('visit-')) return visits(stream, command as VisitCommand);
    return pledges(stream, command as PledgeCommand);
  };
  return async (act: Act, n: number, k: number, day: string): Promise<number> => {
    const { stream, type, data, role, state } = act;
    const commandId = derivedId('simulated', seed, n, 'command', k);
    const { events } = await handle(stream, {
      type,
      data,
      meta: {
        ...{ commandId, bodyHash: commandId, correlationId: commandId, causationId: null },
        ...{
          actor: `simulated.${role.toLowerCase()}`,
          role,
          onBehalfOf: state,
          now: clock(),
          occurredOn: day,
        },
      },
    });
    await answer(events);
    return events.length;
  };
};

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
