/**
 * Work of people before, during and after a fault of a distributed system. After each fault every acknowledged command is in the
 * log once, subscribers have every event once and in order, and the effects are those of it.
 */
import { until } from '@pledgeline/event-sourcing/testing';
import { expectConsistent } from './consistency.ts';
import type { Distributed } from './distributed.ts';
import { pledgeLoad } from './pledge-load.ts';
import type { PledgeLoad } from './pledge-load.ts';
import type { ServiceProcess } from './service-process.ts';

const PEOPLE = 4;

/** Of one system, which gets over one fault after another: the works of all faults so far are looked at after each. */
export const workUnderFaults = (
  system: () => Distributed,
): ((fault: (load: PledgeLoad) => Promise<void>) => Promise<void>) => {
  const loads: PledgeLoad[] = [];
  return async (fault) => {
    const { store, published, publishedTwice, url } = system();
    const load = pledgeLoad(url, PEOPLE);
    loads.push(load);
    await goesOn(load);
    try {
      await fault(load);
      await goesOn(load);
    } finally {
      await load.stop();
    }
    await expectConsistent({ loads, store, published, publishedTwice, url });
  };
};

export const goesOn = (load: PledgeLoad, acts = 100): Promise<void> => {
  const before = load.acknowledged.length;
  return until(`${acts} more acts are acknowledged`, () => load.acknowledged.length >= before + acts);
};

export const healthIs = async (service: ServiceProcess, status: number | string): Promise<void> => {
  await until(`${service.url} is ${status}`, async () => (await service.health())?.status === status);
};
