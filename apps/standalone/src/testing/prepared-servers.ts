/** Servers on logs that a test prepares, and what they answer to one reader, in a form in which two of them can be compared. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { streamId, streamName } from '@pledgeline/contracts';
import type { Caller, StreamCategory } from '@pledgeline/contracts';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { ReportingModule } from '@pledgeline/reporting';
import { hostStandalone } from './host-standalone.ts';
import { prepareLog } from './hidden-events.ts';
import type { Hides, Variant, PreparedLog } from './hidden-events.ts';

export interface PreparedServer extends PreparedLog {
  readonly url: string;
  /** What it has logged so far. */
  readonly lines: readonly object[];
  close(): Promise<void>;
}

const NOW = '2026-11-23T09:00:00.000Z';
const UNLIMITED = '1000000';

export const prepareServer = async (hides: Hides, variant: Variant): Promise<PreparedServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-prepared-'));
  const clock = { now: NOW };
  const store = sqliteEventStore({ path: join(folder, 'events.sqlite'), clock: () => clock.now });
  const prepared = await prepareLog(store, clock, hides, variant);
  await store.close();
  // It answers and writes nothing: no policy adds to the log that was prepared.
  const env = {
    PLEDGELINE_DATA: folder,
    PLEDGELINE_FIXED_TIME: NOW,
    PLEDGELINE_RATE_PER_ADDRESS: UNLIMITED,
    PLEDGELINE_RATE_PER_SUBJECT: UNLIMITED,
  };
  const server = await hostStandalone(env, [ReportingModule]);
  const { url } = server;
  const admin = headersOf({ subject: 'admin', role: 'ADMIN', state: null });
  await eventually(async () => {
    const answer = await fetch(`${url}/operations/read-models`, { headers: admin });
    return ((await answer.json()) as { readonly events: number }).events === prepared.events;
  });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...prepared, url, lines: server.lines, close };
};

export const headersOf = ({ subject, role, state }: Caller): Record<string, string> => ({
  'x-pledgeline-actor': subject,
  'x-pledgeline-role': role,
  ...(state !== null && { 'x-pledgeline-state': state }),
});

/** What names the request or its moment. */
const OF_THE_REQUEST: ReadonlySet<string> = new Set([
  'date',
  'x-correlation-id',
  'content-length',
  'etag',
  'age',
]);

/**
 * The whole answer, without what names the request; true revisions are named by their place among those that the reader sees, and
 * one that he does not see is called hidden.
 */
export const answerOf = async (
  { url, seen }: PreparedServer,
  reader: Caller,
  address: string,
): Promise<string> => {
  const answer = await fetch(url + address, { headers: headersOf(reader) });
  const text = await answer.text();
  const headers = [...answer.headers].filter(
    ([name]) => !OF_THE_REQUEST.has(name) && !name.startsWith('x-ratelimit'),
  );
  const etag = answer.headers.get('etag');
  const type = answer.headers.get('content-type') ?? '';
  if (type.includes('csv') && !address.startsWith('/reports/')) {
    const items = placed(rowsOf(text), seen);
    return JSON.stringify([answer.status, headers, tagOf(etag, {}, JSON.stringify(items)), items], null, 1);
  }
  if (!type.includes('json')) return JSON.stringify([answer.status, headers, etag, text]);
  const { instance: _, ...body } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const placedBody = placed(withOpenCursor(body, address), seen);
  return JSON.stringify([answer.status, headers, tagOf(etag, body, text), placedBody], null, 1);
};

/** The lines of a list, with their revisions as numbers. */
const rowsOf = (csv: string): readonly object[] =>
  parse<Record<string, string>>(csv, { columns: true }).map(({ revision, ...row }) =>
    revision === undefined || revision === '' ? row : { ...row, revision: Number(revision) },
  );

/** A tag begins with the revision that the answer shows, and goes on with a digest of all that it says. */
const tagOf = (
  etag: string | null,
  { revision }: Readonly<Record<string, unknown>>,
  text: string,
): unknown => {
  if (typeof revision === 'number') return new RegExp(`^(W/)?"${revision}\\.`).test(etag ?? '');
  return text.includes('"revision"') ? '' : etag;
};

/** The cursor of a history says in which revision its page ended. */
const withOpenCursor = (body: Readonly<Record<string, unknown>>, address: string): object => {
  const pledgeId = /^\/pledges\/([^/]*)\/history/.exec(address)?.[1];
  if (pledgeId === undefined || typeof body.next !== 'string') return body;
  const [question, revision] = JSON.parse(
    Buffer.from(body.next, 'base64url').toString(),
  ) as readonly unknown[];
  return { ...body, next: { question, pledgeId, revision } };
};

/** Members that name a stream, and the categories that it may be of. */
export const NAMES: Readonly<Record<string, readonly StreamCategory[]>> = {
  pledgeId: ['pledge'],
  gapId: ['gap'],
  visitId: ['visit'],
  needId: ['need'],
  ideaId: ['idea'],
  mission: ['mission'],
  register: ['register'],
  code: ['conference', 'requirements', 'mission'],
};

/** What questions can be about in these streams, by the names of members and of parameters. */
export const namedIn = (streams: readonly string[]): Readonly<Record<string, readonly string[]>> => {
  const idsOf = (categories: readonly string[]): readonly string[] =>
    streams.filter((stream) => categories.some((one) => stream.startsWith(`${one}-`))).map(streamId);
  return Object.fromEntries(Object.entries(NAMES).map(([name, categories]) => [name, idsOf(categories)]));
};

const placed = (value: unknown, seen: PreparedLog['seen']): unknown => {
  if (Array.isArray(value)) return value.map((item) => placed(item, seen));
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Readonly<Record<string, unknown>>;
  const inner = Object.fromEntries(Object.entries(members).map(([name, one]) => [name, placed(one, seen)]));
  const { revision } = members;
  if (typeof revision !== 'number') return inner;
  const name = Object.keys(NAMES).find((one) => typeof members[one] === 'string') ?? '';
  const named = (NAMES[name] ?? []).map((category) => streamName(category, String(members[name])));
  const streams = typeof members.stream === 'string' ? [members.stream] : named;
  const placeOf = (number: number): string => {
    const place = streams.map((stream) => seen.get(stream)?.indexOf(number) ?? -1).find((at) => at >= 0);
    return place === undefined ? `hidden ${number}` : `seen ${place}`;
  };
  const { atRevision } = members;
  return {
    ...inner,
    revision: placeOf(revision),
    ...(typeof atRevision === 'number' && { atRevision: placeOf(atRevision) }),
  };
};
