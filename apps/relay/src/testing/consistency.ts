/**
 * What must hold whatever has failed: every acknowledged command is in the log once; subscribers have the log, each event
 * once and in the order of its stream; policies have answered each event once; the read models are what the log says.
 */
import type { EventStore, RecordedEvent } from '@pledgeline/event-sourcing';
import { until } from '@pledgeline/event-sourcing/testing';
import type { Acknowledged, PledgeLoad } from './pledge-load.ts';

export interface Evidence {
  /** All that has worked on this log. */
  readonly loads: readonly PledgeLoad[];
  readonly store: EventStore;
  /** The internal topic from its beginning, as a `read_committed` consumer sees it. */
  readonly published: () => readonly RecordedEvent[];
  readonly publishedTwice: () => readonly string[];
  /** Where all services are reached. */
  readonly url: string;
}

const PAGE = 1000;
/** After a minute's outage there is a minute's work to be done, on a machine that does other things as well. */
const CATCH_UP_MS = 180_000;

/** Waits for what follows on its own; everything else has to be so at once. */
export const expectConsistent = async ({
  loads,
  store,
  published,
  publishedTwice,
  url,
}: Evidence): Promise<void> => {
  const visited = loads.flatMap((load) => load.visited);
  expect(loads.flatMap((load) => load.wrong)).toEqual([]);
  const noted = async (): Promise<boolean> => notesIn(await wholeLog(store)).length >= visited.length;
  await until('every outcome of a visit is noted on its pledge', noted, CATCH_UP_MS);
  const log = await wholeLog(store);
  expectKeptOnce(
    log,
    loads.flatMap((load) => load.acknowledged),
  );
  expect(notesIn(log).toSorted()).toEqual(visited.toSorted());

  await until('all is published', () => published().length >= log.length, CATCH_UP_MS);
  expect(publishedTwice()).toEqual([]);
  expect(byStream(published())).toEqual(byStream(log));

  const inReadModels = async (): Promise<boolean> =>
    (await operate<{ events: number }>(url, 'GET', '')).events === log.length;
  await until('the read models have every event', inReadModels, CATCH_UP_MS);
  expect(await operate(url, 'POST', '/rebuild')).toMatchObject({ events: log.length, corrected: 0 });
};

const expectKeptOnce = (log: readonly RecordedEvent[], acknowledged: readonly Acknowledged[]): void => {
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  const streams = byStream(log);
  for (const ids of streams.values()) expect(new Set(ids).size).toBe(ids.length);
  const lost = acknowledged.filter(({ stream, revision }) => streams.get(stream)?.[revision] === undefined);
  expect(lost).toEqual([]);
  const commands = log
    .filter(({ metadata }) => metadata.actor === 'load')
    .map(({ metadata }) => metadata.commandId);
  // Each command of the load makes one event, and was acknowledged once, however often it was sent.
  expect(new Set(commands).size).toBe(commands.length);
  expect(acknowledged).toHaveLength(commands.length);
};

const wholeLog = async (store: EventStore): Promise<RecordedEvent[]> => {
  const log: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll({ after: log.at(-1)?.position, limit: PAGE });
    log.push(...page);
    if (page.length < PAGE) return log;
  }
};

/** Ids of the events of each stream, in their order, with the revision checked. */
const byStream = (events: readonly RecordedEvent[]): Map<string, string[]> => {
  const streams = new Map<string, string[]>();
  for (const { stream, revision, id } of events) {
    const ids = streams.get(stream) ?? [];
    expect([stream, revision]).toEqual([stream, ids.length]);
    streams.set(stream, [...ids, id]);
  }
  return streams;
};

/** The pledges on which the policy has noted the outcome of a visit. */
const notesIn = (log: readonly RecordedEvent[]): string[] =>
  log.filter(({ type }) => type === 'VisitOutcomeNoted').map(({ stream }) => stream.replace('pledge-', ''));

const operate = async <Answer>(url: string, method: string, path: string): Promise<Answer> => {
  const response = await fetch(`${url}/operations/read-models${path}`, {
    method,
    headers: { 'x-pledgeline-actor': 'auditor', 'x-pledgeline-role': 'ADMIN' },
  });
  const answer: unknown = await response.json();
  // With its text, so that a failure says why.
  expect({ status: response.status, answer }).toEqual({ status: 200, answer });
  return answer as Answer;
};
