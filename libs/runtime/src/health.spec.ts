/** Ready, degraded or not: what each trouble makes of a service that writes and of one that only answers questions. */
import type {
  Delivery,
  DeliveryFailure,
  EventStore,
  GroupStatus,
  SetAside,
} from '@pledgeline/event-sourcing';
import { UNBEGUN } from '@pledgeline/transparency';
import type { ProofLogStatus } from '@pledgeline/transparency';
import { inShort, readinessOf } from './health.ts';

type State = GroupStatus['state'];

const failure = (eventId: string): DeliveryFailure => ({
  eventId,
  stream: eventId === '' ? '' : 'pledge-1',
  revision: eventId === '' ? -1 : 3,
  attempts: 2,
  message: 'nobody listens',
});

/** A process as readiness sees it, with switches. */
const process = () => {
  const is: {
    log: 'there' | 'away' | 'silent';
    state: State;
    failure: DeliveryFailure | null;
    setAside?: SetAside;
  } = { log: 'there', state: 'live', failure: null };
  const store: Pick<EventStore, 'last'> = {
    last: async () => {
      if (is.log === 'silent') await new Promise(() => undefined);
      if (is.log === 'away') throw new Error('no connection');
      return '412';
    },
  };
  const delivery: Pick<Delivery, 'status'> = {
    status: () => [
      {
        group: 'work',
        state: is.state,
        position: '400',
        failure: is.failure,
        ...(is.setAside !== undefined && { setAside: is.setAside }),
      },
    ],
  };
  return { is, store: store as EventStore, delivery: delivery as Delivery };
};

const asked = async (
  degradedReads: boolean,
  ...changes: readonly Partial<ReturnType<typeof process>['is']>[]
) => {
  const { is, store, delivery } = process();
  const readiness = readinessOf({ store, delivery, degradedReads });
  for (const change of changes) {
    await readiness();
    Object.assign(is, change);
  }
  return readiness();
};

describe.each([
  ['a service that writes', false],
  ['a service that answers questions', true],
] as const)('%s', (_, degradedReads) => {
  const statusOfOutage = degradedReads ? 'degraded' : 'not-ready';

  it('is ready with a log that answers and groups that are live', async () => {
    expect(await asked(degradedReads)).toMatchObject({ status: 'ready', because: [] });
  });

  it('shows the place that was reached and the end of the log beside each other, where the log answers', async () => {
    const reached = await asked(degradedReads);
    expect(reached).toMatchObject({ logEnd: '412', groups: [{ position: '400' }] });
    expect(inShort(reached)).not.toHaveProperty('logEnd');
    expect(await asked(degradedReads, { log: 'away' })).toMatchObject({ logEnd: null });
  });

  it('stays ready while it catches up again, or tries an event again', async () => {
    expect(await asked(degradedReads, { state: 'catching-up' })).toMatchObject({ status: 'ready' });
    const retrying = { state: 'retrying', failure: failure('an-event') } as const;
    expect(await asked(degradedReads, retrying)).toMatchObject({ status: 'ready' });
  });

  it('says so when the log goes away, or does not answer', async () => {
    expect(await asked(degradedReads, { log: 'away' })).toMatchObject({
      status: statusOfOutage,
      because: ['the log cannot be read: no connection'],
    });
    expect(await asked(degradedReads, { log: 'silent' })).toMatchObject({
      status: statusOfOutage,
      because: ['the log has not answered in 2000 ms'],
    });
  });

  it('says so when the broker goes away', async () => {
    expect(await asked(degradedReads, { state: 'retrying', failure: failure('') })).toMatchObject({
      status: statusOfOutage,
      because: ['work waits: nobody listens'],
    });
  });

  it('is ready again afterwards', async () => {
    expect(await asked(degradedReads, { log: 'away' }, { log: 'there' })).toMatchObject({ status: 'ready' });
  });

  it('is not ready while a group is stopped, and names the event', async () => {
    expect(await asked(degradedReads, { state: 'stopped', failure: failure('an-event') })).toMatchObject({
      status: 'not-ready',
      because: ['work stopped at pledge-1@3 (event an-event) after 2 attempts: nobody listens'],
    });
  });

  it('tells anybody that a group stopped, and neither at what nor why', async () => {
    expect(inShort(await asked(degradedReads, { state: 'stopped', failure: failure('an-event') }))).toEqual({
      status: 'not-ready',
      because: ['work stopped'],
      groups: [{ group: 'work', state: 'stopped' }],
    });
  });

  describe('that has set messages aside', () => {
    const aside: SetAside = {
      count: 2,
      newest: [
        { topic: 'internal', partition: 3, offset: '16', why: 'the message has no value' },
        { topic: 'internal', partition: 0, offset: '7', why: 'the key is not the id of the stream' },
      ],
    };

    it('is degraded, and says where the last one is and why', async () => {
      expect(await asked(degradedReads, { setAside: aside })).toMatchObject({
        status: 'degraded',
        because: [
          'work has set aside messages that are no events of the log: 2, the last at internal, partition 0, offset 7: the key is not the id of the stream',
        ],
        groups: [{ group: 'work', state: 'live', setAside: aside }],
      });
    });

    it('tells anybody that it did, and neither where nor why', async () => {
      expect(inShort(await asked(degradedReads, { setAside: aside }))).toEqual({
        status: 'degraded',
        because: ['work has set aside messages that are no events of the log'],
        groups: [{ group: 'work', state: 'live' }],
      });
    });

    it('is not ready once a group has stopped as well', async () => {
      const stopped = { state: 'stopped', failure: failure('an-event'), setAside: aside } as const;
      expect(await asked(degradedReads, stopped)).toMatchObject({ status: 'not-ready' });
    });
  });

  describe('that keeps the log of proofs', () => {
    const FOLLOWING: ProofLogStatus = { ...UNBEGUN, state: 'following' };
    const answered = async (proof: Partial<ProofLogStatus>) => {
      const { store, delivery } = process();
      let status = FOLLOWING;
      const readiness = readinessOf({ store, delivery, degradedReads, proof: () => status });
      await readiness();
      status = { ...FOLLOWING, ...proof };
      return (await readiness()).status;
    };
    const waiting = (milliseconds: number): Partial<ProofLogStatus> => ({
      state: 'retrying',
      failure: { code: 'NOT_AVAILABLE', message: 'no connection' },
      waitsSince: Date.now() - milliseconds,
    });

    it('is as in any outage once the log of proofs has waited for a minute, and degraded before', async () => {
      expect(await answered(waiting(30_000))).toBe('degraded');
      expect(await answered(waiting(90_000))).toBe(statusOfOutage);
    });

    it.each(['HISTORY_CHANGED', 'FOREIGN_EVENT'] as const)('is not ready after %s', async (code) => {
      const failure = { code, message: 'pledge-1@3' };
      expect(await answered({ state: 'stopped', failure, waitsSince: Date.now() })).toBe('not-ready');
    });
  });

  it('is not ready before it has caught up once, whatever it does', async () => {
    const { is, store, delivery } = process();
    is.state = 'catching-up';
    expect(await readinessOf({ store, delivery, degradedReads })()).toMatchObject({
      status: 'not-ready',
      because: ['work has not caught up yet'],
    });
  });

  it('is not ready where the log was never there', async () => {
    const { is, store, delivery } = process();
    is.log = 'away';
    expect(await readinessOf({ store, delivery, degradedReads })()).toMatchObject({ status: 'not-ready' });
  });
});

describe('of a relay', () => {
  const status = { state: 'leading', position: '7', published: 3, failure: null } as const;
  const answered = async (relayBehind?: () => Promise<number | null>) => {
    const { store, delivery } = process();
    return readinessOf({ store, delivery, relay: () => status, ...(relayBehind && { relayBehind }) })();
  };

  it('the distance to the end of the log is told to those who may read everything', async () => {
    const readiness = await answered(() => Promise.resolve(2.5));
    expect(readiness.relay).toEqual({ ...status, behindSeconds: 2.5 });
    expect(inShort(readiness).relay).toEqual({ state: 'leading' });
  });

  it.each([
    ['cannot be asked', () => Promise.reject<null>(new Error('away'))],
    ['is not known', () => Promise.resolve(null)],
    ['nobody can say', undefined],
  ])('a distance that %s is null, and nothing else changes', async (_, relayBehind) => {
    expect(await answered(relayBehind)).toMatchObject({
      status: 'ready',
      relay: { ...status, behindSeconds: null },
    });
  });
});
