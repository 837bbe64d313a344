/**
 * Plausible pledges in any number, from a seed, over years. Everything is decided by the deciders of the product: a life sends
 * commands, as people do, and the policies answer what was appended. Nothing is written past them. Weeks pass for all lives together:
 * what was done in one is recorded at its end.
 */
import type { Clock, Log } from '@pledgeline/event-sourcing';
import { derivedId, Rejected } from '@pledgeline/event-sourcing';
import type { Command, Handled } from '@pledgeline/event-sourcing';
import type { PledgeCommand, PledgeCommands } from '@pledgeline/pledge';
import type { GapCommands } from '../gaps/gap-commands.ts';
import type { GapCommand } from '../gaps/gap.ts';
import { policies } from '../policies.ts';
import type { NeedCommands } from '../needs/need-commands.ts';
import type { NeedCommand } from '../needs/need.ts';
import type { VisitCommands } from '../readiness/visit-commands.ts';
import type { VisitCommand } from '../readiness/visit.ts';
import type { Act, Life, Step } from './act.ts';
import { dayAfter } from './begin-life.ts';
import { derivePledges } from './derived-pledges.ts';
import { simulatedLife } from './simulated-life.ts';

/** What a simulation stands on; the store records by the same clock. */
export interface SimulatedOn {
  readonly pledges: PledgeCommands;
  readonly gaps: GapCommands;
  readonly needs: NeedCommands;
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
  readonly onWeek?: (progress: { readonly day: string; readonly begun: number }) => void;
  readonly interrupted?: AbortSignal;
}

export interface Simulated {
  readonly pledges: number;
  readonly events: number;
  /** How often which refusal came; a plausible life is refused nothing. */
  readonly refusals: Readonly<Record<string, number>>;
}

const DAYS_OF_WEEK = 7;

/** Lives that act at the same time share a commit. */
const AT_ONCE = 256;

interface Running {
  readonly n: number;
  readonly life: Life;
  readonly step: Step;
  /** Of the next command, for ids that are the same in every run. */
  readonly sent: number;
  /** On which the step is done. */
  readonly day: string;
}

/** The same seed, number and days give the same pledges. */
export const simulate = async (
  on: SimulatedOn,
  { seed, pledges, from, to, onWeek, interrupted }: Simulation,
): Promise<Simulated> => {
  const days = daysBetween(from, to);
  const waiting = new Map<number, Running[]>();
  const refusals: Record<string, number> = {};
  const send = senderOn(on, seed);
  let [begun, events] = [0, 0];
  const wait = (running: Running): void => {
    const week = Math.floor(daysBetween(from, running.day) / DAYS_OF_WEEK);
    const others = waiting.get(week);
    if (others === undefined) waiting.set(week, [running]);
    else others.push(running);
  };
  const goOn = async ({ n, life, step, sent, day }: Running): Promise<void> => {
    let count = sent;
    try {
      for (const act of step.acts) {
        const appended = await send(act, n, count++, day);
        events += appended;
      }
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      refusals[error.code] = (refusals[error.code] ?? 0) + 1;
      return;
    }
    const next = life.next(day);
    if (!next.done) {
      wait({ n, life, step: next.value, sent: count, day: dayAfter(day, next.value.after) });
    }
  };
  for (let week = 0; week * DAYS_OF_WEEK <= days && interrupted?.aborted !== true; week += 1) {
    const last = Math.min((week + 1) * DAYS_OF_WEEK - 1, days);
    const end = dayAfter(from, last);
    on.moveTo(`${end}T09:00:00.000Z`);
    // Evenly over the days: the n-th begins where as many have begun before it.
    for (; begun < pledges && Math.floor((begun * days) / pledges) <= last; begun += 1) {
      const life = simulatedLife(seed, begun);
      const first = life.next();
      const day = dayAfter(from, Math.floor((begun * days) / pledges));
      if (!first.done) wait({ n: begun, life, step: first.value, sent: 0, day });
    }
    for (let due = waiting.get(week); due !== undefined; due = waiting.get(week)) {
      waiting.delete(week);
      const now = due.filter(({ day }) => day <= end).sort((one, other) => one.n - other.n);
      for (let at = 0; at < now.length; at += AT_ONCE)
        await Promise.all(now.slice(at, at + AT_ONCE).map(goOn));
    }
    onWeek?.({ day: end, begun });
  }
  return { pledges: begun, events, refusals };
};

/** Sends an act, and what policies make of it. @returns how many events that appended. */
const senderOn = ({ pledges, gaps, needs, visits, clock, log }: SimulatedOn, seed: string) => {
  const answer = policies(pledges, gaps, clock, log);
  const derive = derivePledges(pledges, clock);
  const handle = (stream: string, command: Command): Promise<Handled> => {
    if (stream.startsWith('gap-')) return gaps(stream, command as GapCommand);
    if (stream.startsWith('need-')) return needs(stream, command as NeedCommand);
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
    // The store records by this clock, which stands still meanwhile.
    const recorded = events.map((event) => ({ position: '', recordedAt: clock(), ...event }));
    await answer(recorded);
    return events.length + (await derive(recorded));
  };
};

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
