/** Proofs of the events of a pledge, checked by a reader who knows the key of the log and nothing else. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { tamper } from '@pledgeline/adapters/testing';
import type { Caller } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import {
  leafHash,
  openCheckpoint,
  parseTlogProof,
  readOpening,
  verifierOf,
  verifyInclusion,
} from '@pledgeline/transparency';
import type { OpenedLog } from '@pledgeline/transparency';
import { keptStreams } from '../../read-models/kept-streams.ts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { announce } from '../../testing/a-pledge.ts';
import { aProvedLog, KEYS } from '../../testing/a-proved-log.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { append, closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { pledgeHistory } from '../pledge/pledge-history.ts';
import { eventProofText, pledgeProof } from './pledge-proof.ts';
import type { PledgeProof } from './proof.schema.ts';

const { signal } = new AbortController();
const verifier = verifierOf(KEYS.verifierKey);

const open = async () => {
  const log = aLog();
  announce(log, 'another');
  wholeLife(log, 'one');
  const { store } = await openInMemory();
  await append(store, log.events);
  const proved = aProvedLog(store);
  const streams = keptStreams(store);
  const sources = (opened: OpenedLog | null = proved.opened) => ({ streams, signal, proofs: () => opened });
  return { log, store, proved, streams, sources };
};

let opened: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  opened = await open();
});
afterEach(async () => {
  opened.proved.close();
  await closeAll();
});

const proofFor = (caller: Caller, more: object = {}): Promise<PledgeProof> =>
  pledgeProof({ pledgeId: id('one'), ...more }, caller, opened.sources());

it('lets others be answered between the proofs of a long page, and ends when nobody waits for it', async () => {
  for (let n = 0; n < 100; n += 1) opened.log.add('one', 'PledgeAcknowledged', {});
  await append(opened.store, opened.log.events.slice(-100));
  await opened.proved.sign();
  // The fold of the life is kept, so that what is counted is proving.
  await proofFor(desk, { limit: 1 });
  const turnsDuring = async (limit: number): Promise<number> => {
    let [turns, isOver] = [0, false];
    const asked = proofFor(desk, { limit }).finally(() => (isOver = true));
    while (!isOver) {
      await nextTurn();
      turns += 1;
    }
    await asked;
    return turns;
  };
  expect((await turnsDuring(100)) - (await turnsDuring(1))).toBeGreaterThanOrEqual(3);
  const gone = new AbortController();
  const asked = pledgeProof({ pledgeId: id('one') }, desk, { ...opened.sources(), signal: gone.signal });
  setImmediate(() => gone.abort(new Error('nobody waits')));
  await expect(asked).rejects.toThrow('nobody waits');
});

/** Throws for what does not prove itself. */
const verified = (proof: PledgeProof) => {
  const { size, root } = openCheckpoint(proof.checkpoint, verifier);
  expect([proof.size, proof.rootHash]).toEqual([size, Buffer.from(root).toString('base64')]);
  return proof.items.map(({ opening, path, leaf }) => {
    const event = readOpening(JSON.parse(JSON.stringify(opening)));
    const inclusion = {
      leaf: leafHash(event.entry),
      index: leaf,
      ...{ size, root, path: path.map((hash) => Buffer.from(hash, 'base64')) },
    };
    expect(verifyInclusion(inclusion)).toBe(true);
    return event;
  });
};

it.each([
  ['the desk', desk],
  ['a state that it concerns', focalPointOf('BGD')],
  ['another state', focalPointOf('RWA')],
  ['the public', reader],
])('proves to %s the events that the history shows, and says no more of them', async (_, caller) => {
  await opened.proved.sign();
  const events = verified(await proofFor(caller));
  const { items } = await pledgeHistory(
    opened.streams,
    id('one'),
    { limit: 200 },
    caller,
    '2026-11-23T09:00:00.000Z',
  );
  expect(events.map(({ revision, type }) => [revision, type])).toEqual(
    items.map(({ revision, type }) => [revision, type]),
  );
  events.forEach(({ data, metadata }, n) => {
    const shown = items[n]!;
    expect(shown.data).toMatchObject(data);
    expect({ traceparent: undefined, ...shown.metadata }).toMatchObject(metadata);
  });
});

it('comes in pages by revision, which say where the next one begins and count nothing that is hidden', async () => {
  await opened.proved.sign();
  const all = await proofFor(reader);
  const seen: number[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: PledgeProof = await proofFor(reader, { from, limit: 2 });
    seen.push(...page.items.map(({ revision }) => revision));
    expect(page.items.length).toBeLessThanOrEqual(2);
    from = page.next;
  }
  expect(seen).toEqual(all.items.map(({ revision }) => revision));
  expect(Object.keys(all).sort()).toEqual(
    ['pledgeId', 'checkpoint', 'size', 'rootHash', 'signedAt', 'items', 'waiting', 'next'].sort(),
  );
  expect((await proofFor(reader, { from: 100_000 })).items).toEqual([]);
});

it('names what no head covers yet, and proves it under the next one', async () => {
  await opened.proved.sign();
  const before = await proofFor(desk);
  const last = before.items.at(-1)!.revision;
  opened.log.add('one', 'PledgeAcknowledged', {});
  await append(opened.store, opened.log.events.slice(-1));
  expect(await proofFor(desk)).toMatchObject({ size: before.size, waiting: [last + 1] });
  await expect(
    eventProofText(
      opened.proved.opened,
      { pledgeId: id('one'), revision: last + 1 },
      desk,
      opened.streams,
      signal,
    ),
  ).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    message: expect.stringContaining('next checkpoint'),
  });
  await opened.proved.sign();
  const after = await proofFor(desk);
  expect([after.waiting, after.items.at(-1)!.revision]).toEqual([[], last + 1]);
  verified(after);
});

const textFor = (caller: Caller, revision: number) =>
  eventProofText(opened.proved.opened, { pledgeId: id('one'), revision }, caller, opened.streams, signal);

it('proves one event in one text', async () => {
  await opened.proved.sign();
  const text = await textFor(reader, 0);
  const { index, path, checkpoint, extra } = parseTlogProof(text);
  const { size, root } = openCheckpoint(checkpoint, verifier);
  const event = readOpening(JSON.parse(Buffer.from(extra!).toString()));
  expect(event).toMatchObject({ stream: `pledge-${id('one')}`, revision: 0, leaf: index });
  expect(verifyInclusion({ leaf: leafHash(event.entry), index, size, root, path })).toBe(true);
});

it('says of a hidden event what it says of one that there is not', async () => {
  await opened.proved.sign();
  const shown = (await proofFor(reader)).items.map(({ revision }) => revision);
  const hidden = [...Array(20).keys()].find((revision) => !shown.includes(revision))!;
  const told = (revision: number) =>
    textFor(reader, revision).then(
      () => 'proved',
      (error: unknown) => {
        const { code, message } = error as Rejected;
        return [code, message.replace(String(revision), 'N')];
      },
    );
  expect(await textFor(desk, hidden)).toContain('tlog-proof');
  expect(await told(hidden)).toEqual(await told(999));
  expect(await told(hidden)).toEqual(['EVENT_NOT_FOUND', expect.any(String)]);
});

it.each<[string, () => Promise<unknown>, object]>([
  [
    'a pledge that there is not',
    () => pledgeProof({ pledgeId: id('nowhere') }, desk, opened.sources()),
    { code: 'PLEDGE_NOT_FOUND' },
  ],
  [
    'an installation without a log',
    () => pledgeProof({ pledgeId: id('one') }, desk, opened.sources(null)),
    { code: 'PROOF_NOT_KEPT' },
  ],
  ['a log that has signed nothing', () => proofFor(desk), { code: 'STORE_UNAVAILABLE' }],
])('answers %s in words', async (_, ask, problem) => {
  await expect(ask()).rejects.toMatchObject(problem);
});

describe('where the file of the log is damaged', () => {
  it.each([
    ['hashes are missing', 'DELETE FROM tiles'],
    ['hashes are cut', 'UPDATE tiles SET hashes = substr(hashes, 1, 64)'],
    ['hashes are others', 'UPDATE tiles SET hashes = randomblob(length(hashes))'],
    ['the places of events are missing', 'DELETE FROM entries'],
    ['the places of events are others', "UPDATE entries SET positions = replace(positions, '1', '2')"],
    ['the head is no checkpoint', "UPDATE checkpoints SET note = 'x'"],
    ['the root is another', "UPDATE checkpoints SET note = replace(note, '\n', '=\n')"],
  ])('%s: it says that it cannot prove this now', async (_, sql) => {
    await opened.proved.sign();
    tamper(opened.proved.path, sql);
    await expect(proofFor(desk)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/log of proofs/),
    });
  });
});
