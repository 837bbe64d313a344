/**
 * One distributed system whose own services are killed, frozen and doubled while people work with it. Long because one system
 * gets over one fault after another.
 */
import { until } from '@pledgeline/event-sourcing/testing';
import { startDistributed } from './testing/distributed.ts';
import type { Distributed } from './testing/distributed.ts';
import type { ServiceProcess } from './testing/service-process.ts';
import { goesOn, healthIs, workUnderFaults } from './testing/work-under-faults.ts';

let distributed: Distributed;
const under = workUnderFaults(() => distributed);
beforeAll(async () => {
  distributed = await startDistributed();
});
afterAll(() => distributed.close());

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
      if (name !== 'intake' && name !== 'verification') await goesOn(load);
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

  it('two at once publish each event once', () => under((load) => goesOn(load, 300)), 240_000);

  it('the leading one is frozen, another takes over, the thawed one stands by', async () => {
    await under(async (load) => {
      const frozen = await leader(relays);
      frozen.freeze();
      const [other] = relays.filter((relay) => relay !== frozen);
      const before = distributed.published().length;
      await leader(other === undefined ? [] : [other]);
      await until('events are published again', () => distributed.published().length > before);
      frozen.thaw();
      await goesOn(load);
      await healthIs(frozen, 'ready');
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

describe('deliveries', () => {
  it('go over to another instance in the middle of a batch, and back when it is killed', async () => {
    await under(async (load) => {
      const joining = await distributed.another('verification');
      await goesOn(load, 300);
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
