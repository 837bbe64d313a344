/**
 * One distributed system whose Kafka and whose store hang, stop and fail while people work with it. Long because one system gets
 * over one fault after another, a minute without Kafka among them.
 */
import { randomUUID } from 'node:crypto';
import { until } from '@pledgeline/event-sourcing/testing';
import { startDistributed } from './testing/distributed.ts';
import type { Distributed } from './testing/distributed.ts';
import { goesOn, healthIs, workUnderFaults } from './testing/work-under-faults.ts';

const desk = { 'x-pledgeline-actor': 'desk', 'x-pledgeline-role': 'DESK' };

let distributed: Distributed;
const under = workUnderFaults(() => distributed);
beforeAll(async () => {
  distributed = await startDistributed();
});
afterAll(() => distributed.close());

describe('Kafka', () => {
  const allReady = async (): Promise<void> => {
    for (const service of Object.values(distributed.services)) await service.ready();
  };

  it('is stopped and started; commands go on meanwhile', async () => {
    await under(async (load) => {
      await distributed.kafka.stop();
      await goesOn(load);
      await distributed.kafka.start();
    });
    await allReady();
  });

  it('is away for a minute; commands and queries go on, and say how old they are', async () => {
    const { intake, relay, reporting } = distributed.services;
    await under(async (load) => {
      await distributed.kafka.kill();
      const gone = performance.now();
      await healthIs(relay, 503);
      await healthIs(reporting, 'degraded');
      const asked = await fetch(`${distributed.url}/pledges?limit=1`, { headers: desk });
      expect(asked.status).toBe(200);
      expect(await asked.json()).toMatchObject({ recordedUpTo: expect.any(String) as string });
      await until('a minute is over', () => performance.now() - gone > 60_000, 90_000);
      await goesOn(load);
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
      await healthIs(intake, 503);
      await healthIs(reporting, 'degraded');
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
      await goesOn(load);
      await distributed.standIn.inject({ kind: 'hang-after-write', on: 'append', times: 5 });
      await goesOn(load);
    });
  });

  it('ends every subscription, with a word and without', async () => {
    await under(async (load) => {
      for (const how of ['ok', 'error'] as const) {
        await distributed.standIn.dropSubscriptions(how);
        await goesOn(load);
      }
    });
  });
});
