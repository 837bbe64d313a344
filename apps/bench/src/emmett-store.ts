/**
 * The peer: emmett on emmett-sqlite, with the same decisions, the same events and the same metadata, in its only setting
 * that is durable and correct under concurrency (one shared connection and a mutex).
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { pledge } from '@pledgeline/pledge';
import type { Pledge, PledgeCommand } from '@pledgeline/pledge';
import type { Handle } from './in-flight.ts';

/** As little of emmett's types as is used: its packages are installed apart, on first use. */
interface Emmett {
  readonly CommandHandler: (options: {
    evolve: (state: Pledge, event: PeerEvent) => Pledge;
    initialState: () => Pledge;
  }) => (store: unknown, stream: string, decide: (state: Pledge) => PeerEvent[]) => Promise<unknown>;
}

interface Connection {
  close(): void;
  querySingle(sql: string): Promise<unknown>;
  command(sql: string, values?: readonly unknown[]): Promise<unknown>;
}

export interface InlineProjection {
  readonly canHandle: readonly string[];
  readonly init: (options: { readonly context: { readonly connection: Connection } }) => Promise<void>;
  readonly handle: (
    events: readonly { readonly data: Readonly<Record<string, unknown>> }[],
    context: { readonly connection: Connection },
  ) => Promise<void>;
}

interface EmmettSqlite {
  readonly sqliteConnection: (options: { fileName: string }) => Connection;
  readonly getSQLiteEventStore: (options: unknown) => { schema: { migrate(): Promise<void> } };
}

interface PeerEvent {
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

export interface EmmettStore {
  readonly handle: Handle;
  close(): void;
}

/** @param projections that are written in the transaction of each append. */
export const openEmmettStore = async (...projections: readonly InlineProjection[]): Promise<EmmettStore> => {
  const load = createRequire(new URL('../peers/package.json', import.meta.url));
  const { CommandHandler } = load('@event-driven-io/emmett') as Emmett;
  const { getSQLiteEventStore, sqliteConnection } = load('@event-driven-io/emmett-sqlite') as EmmettSqlite;
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-emmett-'));
  const fileName = join(folder, 'events.sqlite');
  const connection = sqliteConnection({ fileName });
  await connection.querySingle('PRAGMA synchronous = FULL');
  const store = getSQLiteEventStore({
    fileName,
    connectionOptions: { singleton: true, connection },
    projections: projections.map((projection) => ({ type: 'inline', projection })),
  });
  await store.schema.migrate();
  const handle = CommandHandler({ evolve: evolveAsPeer, initialState: pledge.initialState });
  const oneAtATime = mutex();
  return {
    handle: (stream, command) =>
      oneAtATime(() => handle(store, stream, (state) => decideAsPeer(command, state))),
    close: () => {
      connection.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** It folds what it has just decided, which has no time of recording yet: any will do. */
export const evolveAsPeer = (state: Pledge, event: PeerEvent): Pledge =>
  pledge.evolve(state, { recordedAt: '2026-03-02T09:00:00.000Z', ...event } as RecordedEvent);

/** The same facts with the same metadata as our engine records, so that both stores write the same bytes. */
export const decideAsPeer = (command: PledgeCommand, state: Pledge): PeerEvent[] =>
  pledge.decide(command, state).map((fact) => {
    const { now: _, ...meta } = command.meta;
    const metadata = {
      ...meta,
      ruleSet: fact.ruleSet ?? null,
      visibility: 'PUBLIC',
      eventId: randomUUID(),
    };
    return { type: fact.type, data: fact.data, metadata };
  });

const mutex = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
};
