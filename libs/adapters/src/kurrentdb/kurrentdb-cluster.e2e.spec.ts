/** A cluster of three on protocol stand-ins that gossip about each other; each has a log of its own. */
import { mock } from 'node:test';
import type { EventStore } from '@pledgeline/event-sourcing';
import { newId } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import type { StandIn } from './testing/stand-in.ts';
import { startStandIn } from './testing/stand-in.ts';

describe('a cluster of three', () => {
  let nodes: readonly StandIn[];
  let store: EventStore;
  let warnings: string[];

  beforeEach(async () => {
    nodes = await Promise.all([startStandIn(), startStandIn(), startStandIn()]);
    warnings = [];
  });
  afterEach(async () => {
    mock.restoreAll();
    await store.close();
    for (const node of nodes) await node.stop();
  });

  /** Everybody says that this one leads. */
  const led = async (leader: StandIn): Promise<void> => {
    const members = nodes.map(({ port }) => ({
      port,
      state: port === leader.port ? ('leader' as const) : ('follower' as const),
    }));
    for (const node of nodes) await node.gossip(members);
  };
  const append = () =>
    store.append(`note-${newId()}`, 'no-stream', [
      {
        id: newId(),
        type: 'Noted',
        schemaVersion: 1,
        data: {},
        metadata: recorded({ type: 'Noted', data: {} }, 0).metadata,
      },
    ]);

  it('loses one attempt to a member that stands still, and not the whole call', async () => {
    const [first, second, frozen] = nodes as [StandIn, StandIn, StandIn];
    await led(second);
    frozen.freeze();
    const hosts = [first, second, frozen].map(({ port }) => `127.0.0.1:${port}`).join(',');
    // The client asks its hosts in an order that chance gives: now always the last one first.
    mock.method(Math, 'random', () => 0);
    store = kurrentdbEventStore({
      url: `kurrentdb://${hosts}?tls=false`,
      categories: ['note'],
      onWarning: (message) => warnings.push(message),
    });
    expect((await append()).revision).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('goes on with the next leader when the one it has stands still', async () => {
    const [first, second, third] = nodes as [StandIn, StandIn, StandIn];
    await led(first);
    const hosts = [third, second, first].map(({ port }) => `127.0.0.1:${port}`).join(',');
    mock.method(Math, 'random', () => 0);
    store = kurrentdbEventStore({
      url: `kurrentdb://${hosts}?tls=false`,
      categories: ['note'],
      onWarning: (message) => warnings.push(message),
    });
    await append();
    await led(second);
    first.freeze();
    expect((await append()).revision).toBe(0);
    expect(warnings).toEqual([]);
  });
});
