/** A file of the log that begins anew beside a store: what witnesses saw before is held against it before anything is signed. */
import { until } from '@pledgeline/event-sourcing/testing';
import {
  checkpointText,
  keyTexts,
  parsePolicy,
  signerOf,
  signNote,
  verifierOf,
} from '@pledgeline/transparency';
import { standInWitness } from '../testing/stand-in-witness.ts';
import type { StandInWitness } from '../testing/stand-in-witness.ts';
import { seenByWitnesses } from './seen-by-witnesses.ts';
import { growingLog, KEYS, ORIGIN } from './testing/growing-log.ts';
import type { GrowingLog } from './testing/growing-log.ts';
import { witnessClient } from './witness-client.ts';
import { askedWitnesses } from './witnesses-of.ts';

const signer = signerOf(KEYS.signingKey);
const BEFORE = 5;

let mission: StandInWitness;
/** The log as the witness saw it before its file was lost. */
let before: GrowingLog;
let anew: GrowingLog;
const closing: (() => void)[] = [];
const warnings: string[] = [];
beforeEach(async () => {
  warnings.length = 0;
  mission = await standInWitness('mission', '21', KEYS.verifierKey);
  before = growingLog();
  await before.grow(BEFORE);
  mission.signed = { size: BEFORE, root: before.rootAt(BEFORE) };
  closing.push(mission.close, before.close);
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Short only where an answer is waited for that never comes: the machine may be busy. */
const PATIENCE_MS = 20_000;

const begun = (
  quorum = 'mission',
  texts: readonly string[] = before.texts,
  timeoutMs = PATIENCE_MS,
): GrowingLog => {
  const policy = parsePolicy(`${mission.policyLine}\nquorum ${quorum}`);
  const stop = new AbortController();
  anew = growingLog((log) =>
    seenByWitnesses({
      ...{ log, policy, signer, verifiers: [verifierOf(KEYS.verifierKey)], everyMs: 0 },
      clients: askedWitnesses(policy).map((witness) =>
        witnessClient(witness, { timeoutMs, signal: stop.signal }),
      ),
      elapsed: () => performance.now(),
      warn: (_, message) => warnings.push(message),
    }),
  );
  anew.texts.push(...texts);
  closing.push(anew.close);
  return anew;
};

const noteOf = (size: number, root: Uint8Array, by = signer): string =>
  signNote(checkpointText({ origin: ORIGIN, size, root }), [by]);
const isChanged = (message: string): Error =>
  expect.objectContaining({
    name: 'HistoryChanged',
    message: expect.stringContaining(message),
  }) as Error;
const others = (): string[] => before.texts.map((text, n) => (n === 1 ? 'changed' : text));

describe.each([
  ['shows what it has signed', true],
  ['only says how much it has signed', false],
])('a witness that %s', (_, shows) => {
  beforeEach(() => {
    if (shows) mission.shown = noteOf(BEFORE, before.rootAt(BEFORE));
  });

  it.each([0, 1, 300])('signs the first head of the same store with %i events more', async (more) => {
    const log = begun();
    for (let n = 0; n < more; n += 1) log.texts.push(`more ${n}`);
    await log.sign();
    const head = log.log.newest();
    expect([head?.size, head?.note.includes('— mission.example/witness ')]).toEqual([BEFORE + more, true]);
    expect(mission.signed.size).toBe(BEFORE + more);
  });

  it('finds out a store that was changed, and its head is not served', async () => {
    const log = begun('mission', others());
    await expect(log.sign()).rejects.toThrow(isChanged('the witness mission'));
    expect(log.log.newest()).toBeUndefined();
    // What is shown is compared before anything is signed.
    if (shows) expect(mission.asked).toEqual([]);
  });

  it('finds out a store that is shorter, once that was read again, and nothing of it is signed', async () => {
    const log = begun('mission', before.texts.slice(0, BEFORE - 1));
    await expect(log.sign()).rejects.toThrow(/signed 5 leaves, and 4 are read/);
    await expect(log.sign()).rejects.toThrow(
      isChanged('signed a head of 5 leaves, and the store has 4 events'),
    );
    expect(log.log.newest()).toBeUndefined();
    expect(mission.asked.every((body) => body.includes('\n0\n'))).toBe(true);
  });

  it('accuses nobody of an event that is only on its way', async () => {
    const log = begun('mission', before.texts.slice(0, BEFORE - 1));
    await expect(log.sign()).rejects.toThrow(/it is read again/);
    log.texts.push(before.texts[BEFORE - 1]!);
    await log.sign();
    expect(log.log.newest()?.size).toBe(BEFORE);
  });
});

it('where a witness has answered nobody is warned', async () => {
  const log = begun('none');
  await log.sign();
  expect([log.log.newest()?.size, warnings]).toEqual([BEFORE, []]);
});

it('what a witness shows that another key has signed proves nothing', async () => {
  const other = signerOf(keyTexts(ORIGIN, Buffer.alloc(32, 9)).signingKey);
  mission.shown = noteOf(100, Buffer.alloc(32, 1), other);
  const log = begun();
  await log.sign();
  expect(log.log.newest()?.size).toBe(BEFORE);
});

it.each([
  ['is away', () => ({ status: 503, body: 'later' })],
  ['hangs', () => null],
  ['does not know the log', () => ({ status: 404, body: 'unknown log' })],
])('while a witness %s that the quorum wants, nothing is served, and then it goes on', async (_, answer) => {
  mission.instead = answer;
  const log = begun('mission', before.texts, answer() === null ? 300 : PATIENCE_MS);
  await expect(log.sign()).rejects.toThrow(
    /served once enough witnesses have signed its first head: mission: /,
  );
  expect(log.log.newest()).toBeUndefined();
  mission.instead = undefined;
  await until('it goes on', async () => {
    await log.sign().catch(() => undefined);
    return log.log.newest()?.size === BEFORE;
  });
});

it('one that tells what it saw with its answer to the first head alone is heard, although nobody wants it', async () => {
  // As a stock witness does that has not been told of the present key yet.
  mission.instead = (body) => (body.includes('\n0\n') ? { status: 403, body: 'unknown key' } : undefined);
  const log = begun('none', before.texts.slice(0, BEFORE - 1));
  await expect(log.sign()).rejects.toThrow(/signed 5 leaves, and 4 are read/);
  expect(log.log.newest()).toBeUndefined();
  await expect(log.sign()).rejects.toThrow(
    isChanged('signed a head of 5 leaves, and the store has 4 events'),
  );
});

it('where the quorum wants nobody a witness that is away holds up nothing', async () => {
  mission.instead = () => ({ status: 503, body: 'later' });
  const log = begun('none');
  await log.sign();
  expect(log.log.newest()?.size).toBe(BEFORE);
  expect(warnings).toEqual([
    'the log of proofs is built anew, and no witness has said what it must go on from',
  ]);
});

it('a file that has a head asks nobody', async () => {
  const log = begun();
  await log.sign();
  const asked = mission.asked.length;
  mission.instead = () => null;
  await log.grow(1);
  expect([mission.asked.length, log.log.newest()?.size]).toEqual([asked, BEFORE + 1]);
});
