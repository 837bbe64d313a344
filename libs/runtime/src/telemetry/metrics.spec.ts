/** What a Prometheus reads of the groups of a process, and where: found.md, D1, and operations page. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { GroupStatus } from '@pledgeline/event-sourcing';
import { CannotStart } from '../settings.ts';
import { serveMetrics, type MetricsServer } from './metrics-server.ts';
import { metricsOf } from './metrics.ts';

const status = (group: string, state: GroupStatus['state'], count = 0): GroupStatus => ({
  group,
  state,
  position: null,
  failure: null,
  ...(count > 0 && { setAside: { count, newest: [] } }),
});

/** By name and labels, as they are read. */
const samplesIn = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
const setAsideOf = (group: string): string =>
  `pledgeline_delivery_messages_set_aside_total{group="${group}"}`;
const stateOf = (group: string, state: string): string =>
  `pledgeline_delivery_group_state{group="${group}",state="${state}"}`;

it('messages that were set aside are counted by group, as they are when they are read', async () => {
  let groups = [status('policies', 'live'), status('reporting', 'live', 2)];
  const metrics = metricsOf({ status: () => groups });
  const read = async () => samplesIn(await metrics.text());
  const first = await read();
  expect([first.get(setAsideOf('policies')), first.get(setAsideOf('reporting'))]).toEqual([0, 2]);
  groups = [status('policies', 'live', 1), status('reporting', 'live', 12)];
  for (const again of [await read(), await read()])
    expect([again.get(setAsideOf('policies')), again.get(setAsideOf('reporting'))]).toEqual([1, 12]);
});

it('each group is in one state, whatever states and counts there are', async () => {
  const states = ['starting', 'catching-up', 'live', 'retrying', 'stopped', 'closed'] as const;
  const turn = fc.record({ state: fc.constantFrom(...states), count: fc.nat(1_000_000) });
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 5 }), async (turns) => {
      let groups: readonly GroupStatus[] = [];
      const metrics = metricsOf({ status: () => groups });
      for (const { state, count } of turns) {
        groups = [status('work', state, count)];
        const samples = samplesIn(await metrics.text());
        expect(samples.get(setAsideOf('work'))).toBe(count);
        for (const one of states) expect(samples.get(stateOf('work', one))).toBe(one === state ? 1 : 0);
      }
    }),
  );
});

it('the lag of a group is told where it is known, as it is when it is read', async () => {
  const lagOf = (group: string): string => `pledgeline_delivery_group_lag_messages{group="${group}"}`;
  let groups: readonly GroupStatus[] = [
    { ...status('known', 'live'), lag: 7 },
    { ...status('new', 'starting'), lag: null },
    status('silent', 'live'),
  ];
  const metrics = metricsOf({ status: () => groups });
  const read = async () => samplesIn(await metrics.text());
  const first = await read();
  expect(['known', 'new', 'silent'].map((group) => first.get(lagOf(group)))).toEqual([
    7,
    undefined,
    undefined,
  ]);
  groups = [
    { ...status('known', 'starting'), lag: null },
    { ...status('new', 'live'), lag: 0 },
  ];
  const second = await read();
  expect(['known', 'new'].map((group) => second.get(lagOf(group)))).toEqual([undefined, 0]);
});

it('the distance of a relay is told where it is known, and only by a relay', async () => {
  const behind = (text: string) => samplesIn(text).get('pledgeline_relay_behind_seconds');
  const delivery = { status: () => [status('relay', 'live')] };
  let answer = (): Promise<number | null> => Promise.resolve(12.5);
  const metrics = metricsOf(delivery, () => answer());
  expect(behind(await metrics.text())).toBe(12.5);
  answer = () => Promise.resolve(0);
  expect(behind(await metrics.text())).toBe(0);
  answer = () => Promise.resolve(null);
  expect(behind(await metrics.text())).toBeUndefined();
  answer = () => Promise.reject(new Error('the store is away'));
  expect(behind(await metrics.text())).toBeUndefined();
  expect(await metricsOf(delivery).text()).not.toContain('relay_behind');
});

it('every metric says what it is, and its name begins with that of the product', async () => {
  const text = await metricsOf({ status: () => [status('work', 'live')] }, () => Promise.resolve(0)).text();
  const named = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, kind]) => [name, kind]);
  expect(named).toEqual([
    ['pledgeline_delivery_group_state', 'gauge'],
    ['pledgeline_delivery_group_lag_messages', 'gauge'],
    ['pledgeline_delivery_messages_set_aside_total', 'counter'],
    ['pledgeline_relay_behind_seconds', 'gauge'],
  ]);
  for (const [name] of named) expect(text).toMatch(new RegExp(`^# HELP ${name} .+\\.$`, 'm'));
});

describe('the port of a Prometheus', () => {
  const metrics = metricsOf({ status: () => [status('work', 'live', 3)] });
  const host = '127.0.0.1';
  let server: MetricsServer;
  beforeEach(async () => {
    server = await serveMetrics({ host, port: 0 }, metrics);
  });
  afterEach(() => server.close());

  it('answers GET /metrics', async () => {
    const answer = await fetch(server.url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(samplesIn(await answer.text()).get(setAsideOf('work'))).toBe(3);
  });

  it.each([
    ['GET', '/'],
    ['GET', '/pledges'],
    ['GET', '/metrics/x'],
    ['POST', '/metrics'],
    ['HEAD', '/metrics'],
  ])('has nothing else: %s %s', async (method, path) => {
    expect((await fetch(new URL(path, server.url), { method })).status).toBe(404);
  });

  it('that is taken hinders the start by the name of its setting', async () => {
    const taken = createServer().listen(0, host);
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const second = serveMetrics({ host, port }, metrics);
    await expect(second).rejects.toThrow(CannotStart);
    await expect(second).rejects.toThrow(
      `PLEDGELINE_METRICS_HOST=127.0.0.1 PLEDGELINE_METRICS_PORT=${port} cannot be listened on: EADDRINUSE`,
    );
    taken.close();
  });
});
