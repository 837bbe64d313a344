/** An event that a group cannot handle stops that group and nobody else, until an operator has it do without the event. */
import { randomUUID } from 'node:crypto';
import { until } from '@pledgeline/event-sourcing/testing';
import { startDistributed } from './testing/distributed.ts';
import type { Distributed } from './testing/distributed.ts';
import { pledgeLoad } from './testing/pledge-load.ts';
import { goesOn, healthIs } from './testing/work-under-faults.ts';

const desk = { 'x-pledgeline-actor': 'desk', 'x-pledgeline-role': 'DESK' };

let distributed: Distributed;
beforeAll(async () => {
  distributed = await startDistributed();
  const before = pledgeLoad(distributed.url, 2);
  await goesOn(before);
  await before.stop();
});
afterAll(() => distributed.close());

let poison: { readonly eventId: string; readonly stream: string; readonly revision: number };

it('an event that cannot be handled stops its group, is named, and holds up nobody else', async () => {
  const { reporting, verification, relay } = distributed.services;
  const [sound] = await distributed.store.readAll({ limit: 1 });
  if (sound === undefined) throw new Error('the log is empty');
  const [id, stream] = [randomUUID(), `need-${randomUUID()}`];
  poison = { eventId: id, stream, revision: 0 };
  // Of a kind that reporting alone reads: each group that reads what it cannot handle would stop at it.
  await distributed.store.append(stream, 'no-stream', [
    { ...sound, id, type: 'NeedPublished', schemaVersion: 1, data: null },
  ]);
  await healthIs(reporting, 503);
  await until('the event is named', async () => {
    const because = (await reporting.health())?.because.join();
    return because !== undefined && because.includes(`reporting stopped at ${stream}@0 (event ${id})`);
  });
  const toAnybody = await fetch(`${reporting.url}/health/ready`);
  expect(await toAnybody.json()).toMatchObject({ because: ['reporting stopped'] });
  const asked = await fetch(`${distributed.url}/pledges?limit=1`, { headers: desk });
  expect(asked.status).toBe(200);
  await healthIs(verification, 'ready');
  await healthIs(relay, 'ready');
  const load = pledgeLoad(distributed.url, 1);
  await goesOn(load, 20);
  await load.stop();
  expect(load.wrong).toEqual([]);
  await until('policies go on', async () => {
    const [visited] = load.visited;
    const history = await distributed.store.read(`pledge-${visited}`);
    return history.some(({ type }) => type === 'VisitOutcomeNoted');
  });
});

it('an operator has the group do without it: it goes on by itself, also from the beginning, and it is on record', async () => {
  const { reporting } = distributed.services;
  const admin = { 'x-pledgeline-actor': 'operator', 'x-pledgeline-role': 'ADMIN' };
  const skips = `${distributed.url}/operations/skips`;
  const skip = (body: object, headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(skips, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ group: 'reporting', reason: 'It has no data.', ...body }),
    });
  expect((await skip(poison, desk)).status).toBe(403);
  const misnamed = await skip({ ...poison, revision: 1 }, admin);
  expect([misnamed.status, await misnamed.json()]).toMatchObject([404, { code: 'EVENT_NOT_FOUND' }]);
  await healthIs(reporting, 503);
  expect((await skip(poison, admin)).status).toBe(201);
  await healthIs(reporting, 'ready');
  const recorded = await fetch(`${skips}/reporting`, { headers: admin });
  expect(await recorded.json()).toMatchObject({ skipped: [{ ...poison, skippedBy: 'operator' }] });
  // The read models made anew, from the beginning of the log.
  const rebuilt = await fetch(`${distributed.url}/operations/read-models/rebuild`, {
    method: 'POST',
    headers: admin,
  });
  expect([rebuilt.status, await rebuilt.json()]).toMatchObject([200, { corrected: 0 }]);
  // While others are answered, a dear question may be told to come again, and when; nothing else.
  const putOff: unknown[] = [];
  await until('the past is answered', async () => {
    const past = await fetch(`${distributed.url}/pledges?limit=1&asOf=2026-01-01`, { headers: desk });
    if (past.status !== 200) putOff.push([past.status, Number(past.headers.get('retry-after')) > 0]);
    return past.status === 200;
  });
  expect(putOff.filter((answer) => String(answer) !== '503,true')).toEqual([]);
});
