/**
 * One distributed system that has to get over one fault after another while people work with it. After each: every
 * acknowledged command is in the log once, subscribers have every event once and in order, and the effects are those of it.
 * Long because one system gets over one fault after another.
 */
import { randomUUID } from 'node:crypto';
import { until } from '@pledgeline/event-sourcing/testing';
import { expectConsistent } from './testing/consistency.ts';
import { startDistributed } from './testing/distributed.ts';
import type { Distributed } from './testing/distributed.ts';
import { pledgeLoad } from './testing/pledge-load.ts';
import type { PledgeLoad } from './testing/pledge-load.ts';
import type { ServiceProcess } from './testing/service-process.ts';

const PEOPLE = 4;
const desk = { 'x-pledgeline-actor': 'desk', 'x-pledgeline-role': 'DESK' };

let distributed: Distributed;
const loads: PledgeLoad[] = [];
beforeAll(async () => {
  distributed = await startDistributed();
});
afterAll(() => distributed.close());

/** People work before, during and after the fault. */
const under = async (fault: (load: PledgeLoad) => Promise<void>): Promise<void> => {
  const load = pledgeLoad(distributed.url, PEOPLE);
  loads.push(load);
  await goneOn(load);
  try {
    await fault(load);
    await goneOn(load);
  } finally {
    await load.stop();
  }
  const { store, published, url } = distributed;
  await expectConsistent({ loads, store, published, url });
};

const goneOn = (load: PledgeLoad, acts = 100): Promise<void> => {
  const before = load.acknowledged.length;
  return until(`${acts} more acts are acknowledged`, () => load.acknowledged.length >= before + acts);
};

const is = async (service: ServiceProcess, status: number | string): Promise<void> => {
  await until(`${service.url} is ${status}`, async () => (await service.health())?.status === status);
};

const leader = async (relays: readonly ServiceProcess[]): Promise<ServiceProcess> => {
  let found: ServiceProcess | undefined;
  await until('a relay leads', async () => {
    for (const one of relays) if ((await one.health())?.relay?.state === 'leading') found = one;
    return found !== undefined;
  });
  return found as ServiceProcess;
};

describe('a service is killed, and started again', () => {
  it.each(['relay', 'intake', 'verification', 'reporting'] as const)('%s', (name) =>
    under(async (load) => {
      const service = distributed.services[name];
      await service.end('SIGKILL');
      if (name !== 'intake' && name !== 'verification') await goneOn(load);
      service.start();
      await service.ready();
    }),
  );
});

describe('relays', () => {
  let standby: ServiceProcess;
  let relays: readonly ServiceProcess[];
  beforeAll(async () => {
    standby = await distributed.another('relay');
    relays = [distributed.services.relay, standby];
  });
  afterAll(() => standby.end());

  it('two at once publish each event once', () => under((load) => goneOn(load, 300)), 240_000);

  it('the leading one is frozen, another takes over, the thawed one stands by', async () => {
    await under(async (load) => {
      const frozen = await leader(relays);
      frozen.freeze();
      const [other] = relays.filter((relay) => relay !== frozen);
      const before = distributed.published().length;
      await leader(other === undefined ? [] : [other]);
      await until('events are published again', () => distributed.published().length > before);
      frozen.thaw();
      await goneOn(load);
      await is(frozen, 'ready');
    });
  });

  it('the leading one ends in order, another takes over', async () => {
    await under(async () => {
      const ending = await leader(relays);
      const [other] = relays.filter((relay) => relay !== ending);
      expect(await ending.end()).toBe(0);
      await leader(other === undefined ? [] : [other]);
      ending.start();
      await ending.ready();
    });
  });
});

describe('Kafka', () => {
  const allReady = async (): Promise<void> => {
    for (const service of Object.values(distributed.services)) await service.ready();
  };

  it('is stopped and started; commands go on meanwhile', async () => {
    await under(async (load) => {
      await distributed.kafka.stop();
      await goneOn(load);
      await distributed.kafka.start();
    });
    await allReady();
  });

  it('is away for a minute; commands and queries go on, and say how old they are', async () => {
    const { intake, relay, reporting } = distributed.services;
    await under(async (load) => {
      await distributed.kafka.kill();
      const gone = performance.now();
      await is(relay, 503);
      await is(reporting, 'degraded');
      const asked = await fetch(`${distributed.url}/pledges?limit=1`, { headers: desk });
      expect(asked.status).toBe(200);
      expect(await asked.json()).toMatchObject({ recordedUpTo: expect.any(String) as string });
      await until('a minute is over', () => performance.now() - gone > 60_000, 90_000);
      await goneOn(load);
      expect((await intake.health())?.because.join()).toContain('intake-offers waits');
      await distributed.kafka.start();
    });
    await allReady();
  }, 360_000);
});

describe('the store', () => {
  it('hangs: commands are told to come again, queries go on', async () => {
    const { intake, reporting } = distributed.services;
    await under(async () => {
      distributed.standIn.freeze();
      await is(intake, 503);
      await is(reporting, 'degraded');
      const refused = await fetch(`${distributed.url}/pledges/${randomUUID()}/acknowledgement`, {
        method: 'POST',
        headers: { ...desk, 'content-type': 'application/json' },
        body: JSON.stringify({ acknowledgementReference: 'x' }),
      });
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.json()).toMatchObject({ code: 'STORE_UNAVAILABLE' });
      const asked = await fetch(`${distributed.url}/pledges?limit=1`, { headers: desk });
      expect(asked.status).toBe(200);
      distributed.standIn.thaw();
      await intake.ready();
    });
  });

  it('is killed and started again', () => under(() => distributed.standIn.restart()));

  it('writes and then fails to say so', async () => {
    await under(async (load) => {
      await distributed.standIn.inject({ kind: 'fail-after-write', on: 'append', times: 50 });
      await goneOn(load);
      await distributed.standIn.inject({ kind: 'hang-after-write', on: 'append', times: 5 });
      await goneOn(load);
    });
  });

  it('ends every subscription, with a word and without', async () => {
    await under(async (load) => {
      for (const how of ['ok', 'error'] as const) {
        await distributed.standIn.dropSubscriptions(how);
        await goneOn(load);
      }
    });
  });
});

describe('deliveries', () => {
  it('go over to another instance in the middle of a batch, and back when it is killed', async () => {
    await under(async (load) => {
      const joining = await distributed.another('verification');
      await goneOn(load, 300);
      await joining.end('SIGKILL');
    });
  });

  it('come again from the beginning: policies change nothing', async () => {
    await under(async () => {
      const { verification } = distributed.services;
      await verification.end();
      await distributed.deliverAgain('verification-policies');
      verification.start();
      await verification.ready();
    });
  });
});

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
  await is(reporting, 503);
  await until('the event is named', async () => {
    const because = (await reporting.health())?.because.join();
    return because !== undefined && because.includes(`reporting stopped at ${stream}@0 (event ${id})`);
  });
  const toAnybody = await fetch(`${reporting.url}/health/ready`);
  expect(await toAnybody.json()).toMatchObject({ because: ['reporting stopped'] });
  const asked = await fetch(`${distributed.url}/pledges?limit=1`, { headers: desk });
  expect(asked.status).toBe(200);
  await is(verification, 'ready');
  await is(relay, 'ready');
  const load = pledgeLoad(distributed.url, 1);
  await goneOn(load, 20);
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
  await is(reporting, 503);
  expect((await skip(poison, admin)).status).toBe(201);
  await is(reporting, 'ready');
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
