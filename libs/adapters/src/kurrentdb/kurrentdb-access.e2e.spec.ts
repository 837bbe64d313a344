/** What a server refuses: users, rights, certificates and old versions, on the protocol stand-in over TLS. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { EventStore, EventToAppend } from '@pledgeline/event-sourcing';
import { newId, StoreRefuses } from '@pledgeline/event-sourcing';
import { eventually, recorded } from '@pledgeline/event-sourcing/testing';
import { sqliteCheckpoints } from '../sqlite/sqlite-checkpoints.ts';
import { sqliteDelivery } from '../sqlite/sqlite-delivery.ts';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import type { Certificates } from './testing/certificates.ts';
import { makeCertificates } from './testing/certificates.ts';
import type { StandIn } from './testing/stand-in.ts';
import { startStandIn } from './testing/stand-in.ts';

const event = (): EventToAppend => ({
  id: newId(),
  type: 'Noted',
  schemaVersion: 1,
  data: {},
  metadata: recorded({ type: 'Noted', data: {} }, 0).metadata,
});

const OURS = { read: ['ours'], write: ['ours'] };
const NOBODY = { read: [], write: [] };

describe('a server with users', () => {
  const folders: string[] = [];
  let certificates: Certificates;
  let others: Certificates;
  let standIn: StandIn;
  const opened: EventStore[] = [];

  let stream: string;
  beforeAll(async () => {
    [certificates, others] = [1, 2].map(() => {
      const folder = mkdtempSync(join(tmpdir(), 'pledgeline-certificates-'));
      folders.push(folder);
      return makeCertificates(folder);
    }) as [Certificates, Certificates];
    standIn = await startStandIn({
      tls: certificates,
      users: { ours: { password: 'secret' }, admin: { password: 'changeit', admin: true } },
    });
  });
  afterAll(async () => {
    await standIn.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    stream = `note-${newId()}`;
    await standIn.access('$all', NOBODY);
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  const open = (user: string, authority: string | null = certificates.authority, askAgainMs = 20) => {
    const trusted = authority === null ? '' : `&tlsCAFile=${encodeURIComponent(authority)}`;
    const at = user === '' ? '' : `${user}@`;
    const url = `kurrentdb://${at}127.0.0.1:${standIn.port}?tls=true${trusted}`;
    const store = kurrentdbEventStore({ url, categories: ['note'], timeoutMs: 5000, askAgainMs });
    opened.push(store);
    return store;
  };
  const stop = new AbortController();
  const acts: readonly (readonly [string, (store: EventStore) => Promise<unknown>])[] = [
    ['append', (store) => store.append(stream, 'no-stream', [event()])],
    ['read', (store) => store.read(stream)],
    ['readAll', (store) => store.readAll()],
    ['last', (store) => store.last()],
    ['follow', (store) => store.follow(undefined, { signal: stop.signal })[Symbol.asyncIterator]().next()],
  ];
  const refusal = async (asked: Promise<unknown>): Promise<StoreRefuses> => {
    const error = await asked.then(
      () => new Error('nothing was refused'),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StoreRefuses);
    return error as StoreRefuses;
  };

  describe.each(acts)('%s', (_, act) => {
    it('is refused at once with a wrong password, and the sentence does not quote it', async () => {
      const { message } = await refusal(act(open('ours:wrong')));
      expect(message).toBe('the event store refuses the user or the password of the connection string');
    });

    it('is refused without a user', async () => {
      expect((await refusal(act(open('')))).message).toContain('the right $');
    });

    it.each(['no authority', 'the authority of somebody else'])(
      'is refused when %s is trusted',
      async (which) => {
        const store = open('ours:secret', which === 'no authority' ? null : others.authority);
        const { message } = await refusal(act(store));
        expect(message).toContain('no connection to the event store is trusted');
        expect(message).toMatch(/certificate/);
      },
    );

    it('is refused by a server that is too old', async () => {
      const old = await startStandIn({ version: '22.10.4' });
      const store = kurrentdbEventStore({ url: old.url, categories: ['note'] });
      opened.push(store);
      expect((await refusal(act(store))).message).toBe(
        'this event store is version 22.10.4: 23.10 or later is needed',
      );
      await old.stop();
    });

    it('is refused by TLS where the server has none', async () => {
      const plain = await startStandIn();
      const store = kurrentdbEventStore({
        url: `kurrentdb://127.0.0.1:${plain.port}?tls=true`,
        categories: ['note'],
      });
      opened.push(store);
      expect((await refusal(act(store))).message).toContain('no connection to the event store is trusted');
      await plain.stop();
    });
  });

  it.each([
    ['readAll', 'read $all', '$r'],
    ['last', 'read $all', '$r'],
    ['follow', 'read $all', '$r'],
    ['append', 'write note-', '$w'],
    ['read', 'read note-', '$r'],
  ])(
    '%s without the right to %s says which right is missing, and goes once it is given',
    async (name, act, right) => {
      const [, asked] = acts.find(([known]) => known === name)!;
      const store = open('ours:secret');
      await standIn.access(stream, NOBODY);
      const { message } = await refusal(asked(store));
      expect(message).toContain(`does not let the user of the connection string ${act}`);
      expect(message).toContain(`the right ${right} in the access list of ${act.split(' ')[1]}`);
      await standIn.access(stream, OURS);
      await standIn.access('$all', { read: ['ours'], write: [] });
      if (name === 'follow') await store.append(stream, 'no-stream', [event()]);
      await expect(asked(store)).resolves.not.toThrow();
    },
  );

  it('a group that has one attempt waits for the right, says so, and goes on by itself', async () => {
    const store = open('ours:secret');
    await store.append(stream, 'no-stream', [event()]);
    const checkpoints = sqliteCheckpoints({ path: ':memory:' });
    const delivery = sqliteDelivery({ store, checkpoints: () => checkpoints, attempts: 1 });
    const seen: string[] = [];
    delivery.subscribe('work', (batch) => {
      seen.push(...batch.map(({ stream }) => stream));
      return Promise.resolve();
    });
    const status = () => delivery.status()[0];
    await eventually(() => (status()?.failure?.attempts ?? 0) > 2);
    expect(status()).toMatchObject({ state: 'retrying', failure: { eventId: '' } });
    expect(status()?.failure?.message).toContain('the right $r in the access list of $all');
    await standIn.access('$all', { read: ['ours'], write: [] });
    await eventually(() => status()?.state === 'live');
    expect(status()?.failure).toBeNull();
    expect(seen).toContain(stream);
    await delivery.close();
    await checkpoints.close();
  });

  it.each([
    ['who may read what is set about it knows that', OURS, 'removed'],
    ['who may not does not', NOBODY, 'others'],
  ])('an event of a stream that was deleted and scavenged: %s', async (_, list, is) => {
    await standIn.access('$all', { read: ['ours'], write: [] });
    await standIn.access(`$$${stream}`, list);
    const store = open('ours:secret');
    await store.append(stream, 'no-stream', [event()]);
    const [stood] = await store.read(stream);
    const authority = encodeURIComponent(certificates.authority);
    const administrator = KurrentDBClient.connectionString(
      `kurrentdb://admin:changeit@127.0.0.1:${standIn.port}?tls=true&tlsCAFile=${authority}`,
    );
    await administrator.deleteStream(stream);
    await administrator.dispose();
    await standIn.scavenge();
    expect(await store.at(stood!.position, stood)).toEqual({ is });
  });

  it('asks again after 30 s where nothing else is said', async () => {
    const url = `kurrentdb://ours:wrong@127.0.0.1:${standIn.port}?tlsCAFile=${certificates.authority}`;
    const store = kurrentdbEventStore({ url, categories: ['note'] });
    opened.push(store);
    expect(await refusal(store.last())).toMatchObject({ askAgainMs: 30_000, retryAfterSeconds: 30 });
  });

  it('an authority put right in the same file is trusted without a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pledgeline-certificates-'));
    folders.push(folder);
    const file = join(folder, 'ca.pem');
    copyFileSync(others.authority, file);
    const store = open('admin:changeit', file);
    await refusal(store.last());
    copyFileSync(certificates.authority, file);
    await expect(store.last()).resolves.not.toThrow();
  });
});
