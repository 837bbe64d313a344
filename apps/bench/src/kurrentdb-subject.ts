/**
 * One of those that are compared on KurrentDB, in a process of its own, since the client of the one breaks that of the other:
 * `SUBJECT URL FIRST LIVES IN_FLIGHT`. It writes lives of pledges, after a warm-up, or reads the log page by page (`read`; LIVES is then
 * the page), and prints how many commands or events that were, and the time and the processor time of all its threads.
 */
import { pathToFileURL } from 'node:url';
import type { EventStore, EventToAppend, ExpectedRevision, Position } from '@pledgeline/event-sourcing';
import { decideAsPeer, evolveAsPeer } from './emmett-store.ts';
import { runLifecycles, type Handle } from './in-flight.ts';

const [subject = '', url = '', ...numbers] = process.argv.slice(2);
const [first = 0, size = 0, inFlight = 1] = numbers.map(Number);
const WARM_UP = 20;

export interface Measured {
  readonly done: number;
  readonly seconds: number;
  readonly cpuMs: number;
}

const measured = async (work: () => Promise<number>): Promise<Measured> => {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  const done = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { done, seconds: (performance.now() - start) / 1000, cpuMs: (user + system) / 1000 };
};

const ourStore = async (): Promise<EventStore> => {
  const { kurrentdbEventStore } = await import('@pledgeline/adapters/kurrentdb');
  return kurrentdbEventStore({ url, categories: ['pledge'], timeoutMs: 60_000 });
};

const commandsOf = async (handle: Handle): Promise<Measured> => {
  await runLifecycles(handle, first, WARM_UP, inFlight);
  return measured(() => runLifecycles(handle, first + WARM_UP, size, inFlight));
};

const ours = async (): Promise<Measured> => {
  const { pledgeCommands } = await import('@pledgeline/pledge');
  const store = await ourStore();
  const found = await commandsOf(pledgeCommands(store));
  await store.close();
  return found;
};

/** The appends that our engine makes, decided ahead: the client alone is measured, with the same events and metadata. */
const raw = async (): Promise<Measured> => {
  const { pledgeCommands } = await import('@pledgeline/pledge');
  const { sqliteEventStore } = await import('@pledgeline/adapters/sqlite');
  const { rawClient } = await import('@pledgeline/adapters/testing');
  const memory = sqliteEventStore({ path: ':memory:' });
  const appends = new Map<string, (readonly [ExpectedRevision, readonly EventToAppend[]])[]>();
  const noted: EventStore = {
    ...memory,
    append: (stream, expected, events) => {
      appends.set(stream, [...(appends.get(stream) ?? []), [expected, events]]);
      return memory.append(stream, expected, events);
    },
  };
  await runLifecycles(pledgeCommands(noted), first, WARM_UP + size, 64);
  await memory.close();
  const client = rawClient(url);
  const lives = [...appends];
  const write = async (from: number, to: number): Promise<number> => {
    let [next, commands] = [from, 0];
    const worker = async (): Promise<void> => {
      while (next < to) {
        const [stream = '', inLife = []] = lives[next++] ?? [];
        for (const [expected, events] of inLife) {
          await client.append(stream, expected, events);
          commands += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: inFlight }, worker));
    return commands;
  };
  await write(0, WARM_UP);
  const found = await measured(() => write(WARM_UP, lives.length));
  await client.close();
  return found;
};

/** As little of its types as is used: it is installed apart. */
interface Esdb {
  readonly getEventStoreDBEventStore: (client: unknown) => unknown;
}
interface EsdbClient {
  readonly EventStoreDBClient: {
    readonly connectionString: (url: string) => { readonly dispose: () => Promise<void> };
  };
}
interface Emmett {
  readonly CommandHandler: (
    options: object,
  ) => (store: unknown, stream: string, decide: (state: never) => readonly object[]) => Promise<unknown>;
}

const emmett = async (): Promise<Measured> => {
  const at = (path: string): string =>
    pathToFileURL(new URL(`../peers/esdb/node_modules/${path}`, import.meta.url).pathname).href;
  // Its build as ES modules: the other one is broken.
  const { CommandHandler } = (await import(at('@event-driven-io/emmett/dist/index.js'))) as Emmett;
  const { getEventStoreDBEventStore } = (await import(
    at('@event-driven-io/emmett-esdb/dist/index.js')
  )) as Esdb;
  const { EventStoreDBClient } = (await import(at('@eventstore/db-client/dist/index.js'))) as EsdbClient;
  const { pledge } = await import('@pledgeline/pledge');
  const client = EventStoreDBClient.connectionString(url.replace(/^kurrentdb/, 'esdb'));
  const store = getEventStoreDBEventStore(client);
  const handle = CommandHandler({ evolve: evolveAsPeer, initialState: pledge.initialState });
  const found = await commandsOf((stream, command) =>
    handle(store, stream, (state) => decideAsPeer(command, state)),
  );
  await client.dispose();
  return found;
};

const read = async (): Promise<Measured> => {
  const store = await ourStore();
  const found = await measured(async () => {
    let [after, events]: [Position | undefined, number] = [undefined, 0];
    for (;;) {
      const page = await store.readAll({ after, limit: size });
      events += page.length;
      if (page.length < size) return events;
      after = page.at(-1)?.position;
    }
  });
  await store.close();
  return found;
};

const subjects: Readonly<Record<string, () => Promise<Measured>>> = { ours, raw, emmett, read };
const work = subjects[subject];
if (work === undefined) throw new Error(`there is no ${subject}: ${Object.keys(subjects).join(', ')}`);
process.stdout.write(JSON.stringify(await work()));
process.exit();
