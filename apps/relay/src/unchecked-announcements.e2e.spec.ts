/**
 * Intake of the distributed shape with its broker away from the start: it takes announcements, and says of which it could not look for
 * what they repeat. Decision 88. That the work queue then holds the task: `unchecked-announcements.int.spec.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandIn } from '@pledgeline/adapters/testing';
import type { StandIn } from '@pledgeline/adapters/testing';
import { until } from '@pledgeline/event-sourcing/testing';
import type { Launched } from '@pledgeline/runtime/testing';
import { launchService } from './testing/launch-service.ts';

const desk = {
  'content-type': 'application/json',
  'x-pledgeline-actor': 'desk',
  'x-pledgeline-role': 'DESK',
};
const conference = {
  code: '2031-berlin',
  name: 'Berlin',
  kind: 'ministerial',
  source: 'https://example.org',
};
const promise = {
  memberState: 'RWA',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  conference: '2031-berlin',
  quantity: '1',
  unit: 'unit',
  source: 'Press',
  description: 'One infantry battalion',
};
const inOtherWords = { ...promise, description: 'A battalion of infantry', source: 'Note verbale 7' };

let standIn: StandIn;
let intake: Launched;
let url: string;
const folder = mkdtempSync(join(tmpdir(), 'pledgeline-unchecked-'));
beforeAll(async () => {
  standIn = await startStandIn();
  intake = launchService('intake', {
    KURRENTDB_URL: standIn.url,
    // Nobody listens there.
    KAFKA_BROKERS: '127.0.0.1:1',
    PLEDGELINE_DATA: folder,
  });
  url = await intake.url;
});
afterAll(async () => {
  await intake.kill('SIGKILL');
  await standIn.stop();
  rmSync(folder, { recursive: true, force: true });
});

const post = async (path: string, body: object, key?: string) => {
  const headers = { ...desk, ...(key !== undefined && { 'idempotency-key': key }) };
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
};

it('takes what nobody can look at, says so each time, and checks what needs no others', async () => {
  expect(await post('/conferences', conference)).toMatchObject({ status: 201 });
  let first = await post('/pledges', promise, 'first');
  // While it has not found out that the broker is away it asks to come again.
  await until('it is taken', async () => {
    if (first.status === 503) first = await post('/pledges', promise, 'first');
    return first.status !== 503;
  });
  const notChecked = ['DUPLICATE_ANNOUNCEMENT'];
  expect(first).toMatchObject({ status: 201, body: { notChecked } });
  expect(await post('/pledges?dryRun=true', inOtherWords)).toMatchObject({
    status: 200,
    body: { notChecked },
  });
  expect(await post('/pledges', inOtherWords)).toMatchObject({ status: 201, body: { notChecked } });
  expect(await post('/pledges', promise)).toMatchObject({ status: 200, body: { notChecked } });
  const again = await post('/pledges', promise, 'first');
  expect(again).toMatchObject({ status: 200, body: { ...first.body, repeated: true } });
  const additional = { ...promise, additional: true, additionalReason: 'Another: note verbale 8' };
  const { status, body } = await post('/pledges', additional);
  expect(status).toBe(201);
  expect(body).not.toHaveProperty('notChecked');
});
