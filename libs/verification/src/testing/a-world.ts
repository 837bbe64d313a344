/** One log, and the handlers of a process on it: as many processes as a spec wants, each with its own memory. */
import type { CommandContext, Role } from '@pledgeline/contracts';
import type { EventStore, Log, RecordedEvent } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { pledgeCommands } from '@pledgeline/pledge';
import { gapCommands } from '../gaps/gap-commands.ts';
import { visitCommands } from '../readiness/visit-commands.ts';
import { matchPledge } from '../selection/match-pledge.ts';
import { policies } from '../policies.ts';
import { id } from './a-unit.ts';

export const NOW = '2025-03-01T09:00:00.000Z';

export interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
}

export const keptLog = (): Log & { readonly lines: Line[] } => {
  const lines: Line[] = [];
  const keep = (level: Line['level']) => (fields: object) => void lines.push({ level, fields });
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
};

export const startProcess = (store: EventStore, log = keptLog()) => {
  const pledges = pledgeCommands(store);
  const gaps = gapCommands(store);
  const answer = policies(pledges, gaps, () => NOW, log);
  return {
    log,
    pledges,
    gaps,
    visits: visitCommands(store),
    match: matchPledge(store, pledges, gaps),
    /** Hands the whole log to the policies, again and again until they add nothing to it. */
    settle: async (): Promise<void> => {
      for (let before = -1, events = await wholeLog(store); events.length > before;) {
        before = events.length;
        await answer(events);
        events = await wholeLog(store);
      }
    },
  };
};

export const wholeLog = (store: EventStore): Promise<RecordedEvent[]> => store.readAll({ limit: 10_000 });

export const typesOf = async (store: EventStore, stream: string): Promise<string[]> =>
  (await store.read(stream)).map(({ type }) => type);

/** A request under the n-th key. */
export const request = (
  n: number,
  changes: Partial<CommandContext> & { role?: Role } = {},
): CommandContext => {
  const { role = 'SFGC', ...rest } = changes;
  return {
    caller: { subject: 'officer', role, state: null },
    commandId: id(700_000 + n),
    keyed: true,
    bodyHash: `body ${n}`,
    correlationId: `request ${n}`,
    now: NOW,
    expectedRevision: undefined,
    ...rest,
  };
};

export const publishGap = (
  gaps: ReturnType<typeof gapCommands>,
  gapId: string,
  number = 1,
  capabilityCode = 'INF-BN',
) =>
  gaps(`gap-${gapId}`, {
    type: 'PublishGap',
    data: {
      gapId,
      mission: 'MINUSCA',
      capabilityCode,
      substitutes: [],
      number,
      unit: 'unit',
      neededBy: null,
      requirement: null,
      narrowed: false,
      priority: 'HIGH',
    },
    meta: metaFor({ role: 'FGS', commandId: gapId, now: NOW }),
  });
