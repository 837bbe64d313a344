/** What `audit scrub` makes of how a comparison goes on: it believes none that ended before it asked, and it always ends. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runInProcess } from './testing/run-in-process.ts';

interface Status {
  readonly leaves: number;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly scrub: { readonly state: string; compared: number; of: number; endedAt: string | null };
}

/** At a time of day. */
const as = (state: string, compared: number, time: string | null, failure: Status['failure'] = null) => ({
  leaves: 300,
  failure,
  scrub: { state, compared, of: 300, endedAt: time === null ? null : `2027-01-04T${time}:00.000Z` },
});

let http: Server;
afterEach(() => {
  http.close();
  http.closeAllConnections();
});

/** The server tells these one after the other, the first when it is asked to compare, and the last again and again. */
const scrub = async (answers: readonly Status[]) => {
  const left = [...answers];
  http = createServer((_, response) => {
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(left.length > 1 ? left.shift() : left[0]));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const { code, out, err } = await runInProcess(['audit', 'scrub', '--url', url, '--json']);
  return { code, told: JSON.parse(out) as Pick<Status, 'failure'> & { compared: number }, err };
};

const none = as('none', 0, null);
const running = as('running', 256, null);

it.each<[string, readonly Status[], number]>([
  ['the first', [none, running, as('done', 300, '09:00')], 300],
  ['one after another', [as('done', 300, '08:00'), as('running', 0, '08:00'), as('done', 301, '09:00')], 301],
  ['one that nobody saw run', [as('done', 300, '08:00'), as('done', 301, '09:00')], 301],
  ['one after a failure', [as('failed', 256, '08:00'), as('done', 300, '09:00')], 300],
  ['one after one that compared less', [running, as('done', 299, '08:00'), as('done', 300, '09:00')], 300],
])('waits for the end of %s', async (_, answers, compared) => {
  expect(await scrub(answers)).toMatchObject({ code: 0, told: { compared, failure: null } });
});

it.each<[string, readonly Status[]]>([
  ['the first', [none, running, as('failed', 256, '09:00')]],
  ['one after another', [as('done', 300, '08:00'), as('failed', 256, '09:00')]],
  ['one after a failure', [as('failed', 0, '08:00'), as('failed', 256, '09:00')]],
])('ends where %s could not be ended, and does not say that anything differs', async (_, answers) => {
  const { code, told, err } = await scrub(answers);
  expect([code, told.compared, told.failure?.code]).toEqual([4, 256, 'NOT_AVAILABLE']);
  expect(err).toContain('NOT_AVAILABLE: ');
});

it.each([
  ['HISTORY_CHANGED', 5],
  ['FOREIGN_EVENT', 5],
  ['NOT_AVAILABLE', 4],
])('ends after %s with %i', async (code, expected) => {
  const failure = { code, message: 'why' };
  expect(await scrub([none, as('failed', 0, '09:00', failure)])).toMatchObject({
    code: expected,
    told: { failure },
  });
});
