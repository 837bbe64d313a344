/** Others write to the internal topic of the running services: nobody stops, and operators are told where to look. */
import { until } from '@pledgeline/event-sourcing/testing';
import { expectConsistent } from './testing/consistency.ts';
import { startDistributed } from './testing/distributed.ts';
import type { Distributed } from './testing/distributed.ts';
import { pledgeLoad } from './testing/pledge-load.ts';

let distributed: Distributed;
beforeAll(async () => {
  distributed = await startDistributed({ settings: { PLEDGELINE_METRICS_PORT: '0' } });
});
afterAll(() => distributed.close());

it('messages of others are set aside: the services go on, are degraded, and say where the last one is', async () => {
  const load = pledgeLoad(distributed.url, 2);
  const more = async (): Promise<void> => {
    const before = load.acknowledged.length;
    await until('more acts are acknowledged', () => load.acknowledged.length >= before + 50);
  };
  await more();
  const count = await distributed.disturb();
  await more();
  await load.stop();
  const { store, url, services, publishedTwice } = distributed;
  // One message of others looks like an event of this stream.
  const published = () => distributed.published().filter(({ stream }) => stream !== 'pledge-of-others');
  await expectConsistent({ loads: [load], store, published, publishedTwice, url });

  const { intake, verification, reporting } = services;
  for (const service of [intake, verification, reporting]) {
    await until(`${service.url} has seen them all`, async () => {
      const { status, groups } = (await service.health())!;
      return status === 'degraded' && groups.every(({ setAside }) => setAside?.count === count);
    });
    const health = await service.health();
    expect(health?.httpStatus).toBe(200);
    expect(health?.because.join()).toMatch(
      /set aside messages that are no events of the log: \d+, the last at pledgeline\.events\.internal\.v1, partition \d, offset \d+: /,
    );
    const metrics = service.lines().find(({ msg }) => msg === 'serving')?.['metrics'] as string;
    const counted = (await (await fetch(metrics)).text()).match(
      /(?<=^pledgeline_delivery_messages_set_aside_total\{group="[\w-]+"\} )\d+$/gm,
    );
    expect(new Set(counted)).toEqual(new Set([String(count)]));
    const toAnybody = (await (await fetch(`${service.url}/health/ready`)).json()) as object;
    expect(JSON.stringify(toAnybody)).not.toMatch(/offset|partition/);
    const lines = service.lines().filter(({ msg }) => String(msg).includes('set aside'));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines[0]).toMatchObject({
      level: 'warn',
      newest: expect.arrayContaining([
        {
          topic: 'pledgeline.events.internal.v1',
          partition: expect.any(Number) as number,
          offset: expect.stringMatching(/^\d+$/) as string,
          why: expect.stringMatching(/^(the|it) /) as string,
        },
      ]) as unknown[],
    });
    expect(JSON.stringify(lines)).not.toMatch(/secret/i);
  }

  await reporting.end();
  reporting.start();
  await until('it is ready, once looked at and started again', async () => {
    return (await reporting.health())?.status === 'ready';
  });
});
