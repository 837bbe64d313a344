/**
 * A log of any number of events as simulations leave it behind: some thousand lives are simulated, and many copies of them are
 * written side by side, each with ids and numbers of its own. So the events lie in the order of their days, and those that follow
 * each other are of other pledges. To simulate all of them costs ten times as much and shows nothing else.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { markAsSimulated, sqliteCheckpoints, sqliteEventStore } from '@pledgeline/adapters/sqlite';
import type { AppendedEvent, AppendResult, EventToAppend, Position } from '@pledgeline/event-sourcing';
import { simulate, simulationCommands } from '@pledgeline/verification/simulation';
import type { Progress } from './progress.ts';
import { wholeLog } from './whole-log.ts';

const YEARS = { from: '2027-01-01', to: '2036-12-31' };
/** Simulated ones. */
const LIVES = 5000;
const EVENTS_PER_LIFE = 10;
/** Of one commit. */
const APPENDS_AT_ONCE = 512;
const SAY_EVERY = 50_000;
/** The index of the names of streams, so that a large log is not written slower than a small one. */
const CACHE_KIB = 512 * 1024;
/** They have answered everything: as in a server that has been there all the years. */
const POLICIES = ['intake-policies', 'verification-policies'];

/** Fills the log of a folder; the same number gives the same pledges. Ids of events differ from run to run. */
export const fillWithSimulation = async (
  folder: string,
  events: number,
  progress: Progress,
): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  let now = YEARS.from;
  const path = join(folder, 'events.sqlite');
  const store = sqliteEventStore({ path, clock: () => now, cacheSizeKib: CACHE_KIB });
  markAsSimulated(path);
  const lives = Math.min(LIVES, Math.ceil(events / EVENTS_PER_LIFE));
  progress.step(`simulating ${lives} lives`);
  const templates = await simulatedEvents(lives);
  const copies = Math.ceil(events / templates.length);
  let written = 0;
  let newest: AppendedEvent | undefined;
  let waiting: Promise<AppendResult>[] = [];
  const settle = async (): Promise<void> => {
    newest = (await Promise.all(waiting)).at(-1)?.events.at(-1) ?? newest;
    waiting = [];
  };
  for (const { recordedAt, revision, write } of templates) {
    now = recordedAt;
    for (let copy = 0; copy < copies && written < events; copy += 1) {
      const { stream, event } = write(copy, lives);
      waiting.push(store.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]));
      written += 1;
      if (written % SAY_EVERY === 0) progress.step(`writing a log: ${written} of ${events} events`);
      if (waiting.length >= APPENDS_AT_ONCE) await settle();
    }
  }
  await settle();
  const [last] = newest ? await store.read(newest.stream, { from: newest.revision, limit: 1 }) : [];
  await store.close();
  if (last !== undefined) await passPolicies(folder, last.position);
};

interface Template {
  readonly recordedAt: string;
  readonly revision: number;
  /** The same of the copy's pledge. @param lives in each copy. */
  readonly write: (copy: number, lives: number) => { readonly stream: string; readonly event: EventToAppend };
}

const simulatedEvents = async (lives: number): Promise<readonly Template[]> => {
  let now = '';
  const clock = (): string => now;
  const store = sqliteEventStore({ path: ':memory:', clock });
  const nothing = (): void => undefined;
  await simulate(
    {
      ...{ ...simulationCommands(store), clock, log: { info: nothing, warn: nothing, error: nothing } },
      moveTo: (time) => {
        now = time;
      },
    },
    { seed: 'scale', pledges: lives, ...YEARS },
  );
  const log = await wholeLog(store);
  await store.close();
  return log.map(({ stream, revision, recordedAt, id, type, schemaVersion, data, metadata }) => ({
    recordedAt,
    revision,
    write: copier(JSON.stringify({ stream, event: { id, type, schemaVersion, data, metadata } })),
  }));
};

/** Ids, and the number at the end of a reference. */
const OF_ONE_LIFE =
  /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=SIMULATED\/[A-Z0-9/-]+-)\d+(?="))/;

const copier = (text: string): Template['write'] => {
  // Every other part is of one life.
  const parts = text.split(OF_ONE_LIFE);
  return (copy, lives) => {
    let copied = parts[0] ?? '';
    for (let n = 1; n < parts.length; n += 2) {
      const own = parts[n] ?? '';
      copied += own.includes('-') ? idIn(copy, own) : String(Number(own) + copy * lives);
      copied += parts[n + 1] ?? '';
    }
    return JSON.parse(copied) as ReturnType<Template['write']>;
  };
};

/** Another id for each copy, the same wherever it stands in it; the digits that say which kind of id it is stay. */
const idIn = (copy: number, id: string): string =>
  mixed(id.slice(0, 8), copy * 0x9e3779b1) + id.slice(8, 28) + mixed(id.slice(28), copy * 0x85ebca6b);

const mixed = (digits: string, mask: number): string =>
  ((Number.parseInt(digits, 16) ^ mask) >>> 0).toString(16).padStart(8, '0');

const passPolicies = async (folder: string, last: Position): Promise<void> => {
  const checkpoints = sqliteCheckpoints({ path: join(folder, 'checkpoints.sqlite') });
  for (const group of POLICIES) await checkpoints.save(group, last);
  await checkpoints.close();
};
