/** Witnesses that sign, that refuse, that lie, that are slow and that are away, over real HTTP. Long because each way to fail is a case. */
import { eventually } from '@pledgeline/event-sourcing/testing';
import {
  cosignedBy,
  keyTexts,
  openCheckpoint,
  parsePolicy,
  signerOf,
  signNote,
  verifierOf,
  withSignature,
} from '@pledgeline/transparency';
import { witness } from '@pledgeline/transparency/testing';
import type { WitnessStatus } from '@pledgeline/transparency';
import fc from 'fast-check';
import { standInWitness } from '../testing/stand-in-witness.ts';
import type { StandInWitness, WitnessAnswer } from '../testing/stand-in-witness.ts';
import { growingLog, KEYS } from './testing/growing-log.ts';
import type { GrowingLog } from './testing/growing-log.ts';
import { witnessClient } from './witness-client.ts';
import { askedWitnesses } from './witnesses-of.ts';
import { witnessing } from './witnessing.ts';
import type { Pace } from './witnessing.ts';

const log = verifierOf(KEYS.verifierKey);
const QUICK: Pace = { everyMs: 0, againMs: 10, idleMs: 1_000_000 };

let growing: GrowingLog;
let [mission, auditor]: StandInWitness[] = [];
const ending: (() => Promise<void>)[] = [];
beforeEach(async () => {
  growing = growingLog();
  mission = await standInWitness('mission', '21', KEYS.verifierKey);
  auditor = await standInWitness('auditor', '43', KEYS.verifierKey);
});
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
  growing.close();
  mission!.close();
  auditor!.close();
});

/** @param quorum of the two, or of those that are named. */
const asking = (quorum: string, { pace = QUICK, timeoutMs = 20_000, now = (): number => 0 } = {}) => {
  const policy = parsePolicy(
    [mission!.policyLine, auditor!.policyLine, 'group both all mission auditor', `quorum ${quorum}`].join(
      '\n',
    ),
  );
  const stop = new AbortController();
  const { signal } = stop;
  let statuses: readonly WitnessStatus[] = [];
  const warnings: object[] = [];
  const running = witnessing({
    ...{ log: growing.log, policy, signal, pace, now },
    clients: askedWitnesses(policy).map((witness) => witnessClient(witness, { timeoutMs, signal })),
    elapsed: () => performance.now(),
    tell: (told) => (statuses = told),
    warn: (fields) => warnings.push(fields),
  });
  const run = running.run();
  const end = async (): Promise<void> => {
    stop.abort();
    await run;
  };
  ending.push(end);
  const of = (name: string): WitnessStatus | undefined => statuses.find((one) => one.name === name);
  /** Who stands rightly below a note. */
  const signersOf = (note: string | undefined): string[] =>
    cosignedBy(note ?? '', policy.witnesses).map(({ name }) => name);
  return { policy, wake: running.wake, end, of, signersOf, warnings };
};

const grown = async (count: number, wake: () => void): Promise<void> => {
  await growing.grow(count);
  wake();
};

it('each head is signed by them, and opens with the policy', async () => {
  await growing.grow(3);
  const { policy, of, wake, signersOf } = asking('both');
  await eventually(() => growing.log.cosigned()?.size === 3);
  await grown(4, wake);
  await eventually(() => growing.log.cosigned()?.size === 7);
  const { note } = growing.log.newest()!;
  expect(growing.log.cosigned()?.note).toBe(note);
  const opened = openCheckpoint(
    note,
    log,
    policy.witnesses.map(({ verifier }) => verifier),
  );
  expect([opened.size, policy.isMetBy(opened.signedBy)]).toEqual([7, true]);
  expect(signersOf(note)).toEqual(['mission', 'auditor']);
  expect(of('mission')).toEqual({
    ...{ name: 'mission', cosignedSize: 7, cosignedAt: '2027-01-15T08:00:00.000Z', failure: null },
  });
  expect(mission!.asked.map((body) => body.split('\n', 1)[0])).toEqual(['old 0', 'old 3']);
});

it('a head is brought once, however often somebody says that there may be a new one', async () => {
  await growing.grow(3);
  const { wake } = asking('both');
  await eventually(() => growing.log.cosigned()?.size === 3);
  for (let n = 0; n < 50; n += 1) {
    wake();
    // As long as an answer of a witness takes.
    await (await fetch(auditor!.url)).text();
  }
  expect(mission!.asked.length).toBe(1);
  await grown(1, wake);
  await eventually(() => growing.log.cosigned()?.size === 4);
  expect(mission!.asked.length).toBe(2);
});

it('one head in a while is brought, not each of a stream of them', async () => {
  const everyMs = 300;
  await growing.grow(1);
  const begun = performance.now();
  const { wake } = asking('both', { pace: { ...QUICK, everyMs } });
  await eventually(() => growing.log.cosigned()?.size === 1);
  for (let n = 0; n < 100; n += 1) await grown(1, wake);
  await eventually(() => growing.log.cosigned()?.size === 101);
  // However long it took: never more often than that.
  expect(mission!.asked.length).toBeLessThanOrEqual((performance.now() - begun) / everyMs + 1);
});

it('is asked from what it knows where it says 409, and not more than once more', async () => {
  await growing.grow(5);
  mission!.signed = { size: 2, root: growing.rootAt(2) };
  const { of } = asking('mission');
  await eventually(() => growing.log.cosigned()?.size === 5);
  expect(mission!.asked.map((body) => body.split('\n', 1)[0])).toEqual(['old 0', 'old 2']);
  expect(of('mission')?.failure).toBeNull();
});

it('says 409 twice: it is named as away, and asked again later', async () => {
  await growing.grow(5);
  let size = 0;
  mission!.instead = () => ({ status: 409, body: `${(size = (size % 4) + 1)}\n` });
  const { of } = asking('mission', { pace: { ...QUICK, againMs: 1_000_000 } });
  await eventually(() => of('mission')?.failure?.code === 'AWAY');
  expect([mission!.asked.length, of('mission')?.failure?.message]).toEqual([
    2,
    'it says that it knows 1 leaves, and then 2: somebody else asks it, too',
  ]);
});

const wrong = (cosignature: string): string => {
  const [head, bytes = ''] = cosignature.trimEnd().split(/ (?=[^ ]+$)/);
  const changed = Buffer.from(bytes, 'base64');
  changed.writeUInt8(changed.at(-1)! ^ 1, changed.length - 1);
  return `${head} ${changed.toString('base64')}\n`;
};
const textIn = (body: string): string => body.slice(body.indexOf('\n\n') + 2, body.lastIndexOf('\n\n') + 1);

/** The mission's key, on another clock. */
const beyondDates = witness('mission.example/witness', '21'.repeat(32));

type Failing = readonly [string, (body: string) => WitnessAnswer | null | Promise<never>, string, RegExp];

it.each<Failing>([
  ['422', () => ({ status: 422, body: 'no\n' }), 'CONTRADICTED', /does not go on from .*it answers 422: no/],
  ['404', () => ({ status: 404, body: 'who?' }), 'REFUSED', /404: who\? \(does it know the log\?\)/],
  ['403', () => ({ status: 403, body: '' }), 'REFUSED', /403/],
  ['400', () => ({ status: 400, body: 'a\u0007\nb' }), 'REFUSED', /^it answers 400: a b$/],
  ['a redirect', () => ({ status: 302, body: '' }), 'REFUSED', /302/],
  ['429', () => ({ status: 429, body: 'later' }), 'AWAY', /429: later/],
  ['500', () => ({ status: 500, body: 'x'.repeat(10_000) }), 'AWAY', /^it answers 500: x{200}$/],
  ['no answer', () => null, 'AWAY', /timeout/],
  ['409 without a size', () => ({ status: 409, body: 'no\n' }), 'REFUSED', /does not say how many/],
  ['409 with more', () => ({ status: 409, body: '4000\n' }), 'AHEAD', /4000 leaves, and this head has 3/],
  ['409 with as many', () => ({ status: 409, body: '3\n' }), 'CONTRADICTED', /another tree of 3 leaves/],
  ['nothing', () => ({ status: 200, body: '' }), 'REFUSED', /note ends with a signature/],
  ['no signature', () => ({ status: 200, body: 'fine\n' }), 'REFUSED', /not a signature/],
  ['too much', () => ({ status: 200, body: 'x'.repeat(100_000) }), 'REFUSED', /more than 65536 bytes/],
  [
    'the signature of another',
    (body) => ({ status: 200, body: auditor!.cosign(textIn(body)) }),
    'REFUSED',
    /no signature of the key/,
  ],
  [
    'a wrong signature',
    (body) => ({ status: 200, body: wrong(mission!.cosign(textIn(body))) }),
    'REFUSED',
    /not of this checkpoint/,
  ],
  [
    'a time that no date can be made of',
    (body) => ({ status: 200, body: beyondDates.cosign(textIn(body), 8_640_000_000_001) }),
    'REFUSED',
    /not of this checkpoint/,
  ],
  [
    'a signature of another checkpoint',
    (body) => ({ status: 200, body: mission!.cosign(textIn(body).replace('\n3\n', '\n2\n')) }),
    'REFUSED',
    /not of this checkpoint/,
  ],
])('one that answers with %s is named with what is wrong, and the other signs', async (...given) => {
  const [name, answer, code, says] = given;
  await growing.grow(3);
  mission!.instead = answer as StandInWitness['instead'];
  const { of, signersOf, end, warnings } = asking('auditor', {
    // Short only where an answer never comes: the machine may be busy.
    timeoutMs: name === 'no answer' ? 300 : 20_000,
    now: () => Date.parse('2027-01-04T08:00:00.000Z'),
  });
  await eventually(() => growing.log.cosigned() !== undefined && of('mission')?.failure !== null);
  expect(of('mission')).toEqual({
    ...{ name: 'mission', cosignedSize: null, cosignedAt: null },
    failure: { code, message: expect.stringMatching(says), since: '2027-01-04T08:00:00.000Z' },
  });
  expect(signersOf(growing.log.newest()?.note)).toEqual(['auditor']);
  await end();
  // Once, however often it failed.
  expect(warnings.filter((fields) => 'witness' in fields && fields.witness === 'mission')).toHaveLength(1);
});

it('what another key of the log signed meanwhile stays below the head', async () => {
  await growing.grow(3);
  const next = keyTexts(log.name, Buffer.alloc(32, 9));
  mission!.instead = (body) => {
    const newest = growing.log.newest()!;
    const added = signNote(textIn(body), [signerOf(next.signingKey)]).split('\n\n', 2)[1] ?? '';
    growing.log.keep({ ...newest, note: withSignature(newest.note, added) });
    return { status: 200, body: mission!.cosign(textIn(body)) };
  };
  const { signersOf } = asking('both');
  await eventually(() => growing.log.cosigned()?.size === 3);
  const { note } = growing.log.newest()!;
  expect(openCheckpoint(note, verifierOf(next.verifierKey)).size).toBe(3);
  expect(openCheckpoint(note, log).size).toBe(3);
  expect(signersOf(note).toSorted()).toEqual(['auditor', 'mission']);
});

it('one that is away is said to be since it was, and no more once it signs again', async () => {
  await growing.grow(3);
  let time = Date.parse('2027-01-04T08:00:00.000Z');
  mission!.instead = () => ({ status: 503, body: 'later' });
  const { of } = asking('mission', { now: () => time });
  await eventually(() => of('mission')?.failure?.code === 'AWAY');
  time += 60_000;
  const before = mission!.asked.length;
  await eventually(() => mission!.asked.length > before + 1);
  expect(of('mission')?.failure?.since).toBe('2027-01-04T08:00:00.000Z');
  mission!.instead = undefined;
  await eventually(() => growing.log.cosigned()?.size === 3);
  expect(of('mission')?.failure).toBeNull();
});

it('one that cannot be reached is away', async () => {
  await growing.grow(3);
  mission!.close();
  const { of } = asking('mission');
  await eventually(() => of('mission')?.failure?.code === 'AWAY');
  expect(of('mission')?.failure?.message).toMatch(/ECONNREFUSED/);
});

it('while one is missing the newest head has the other below it, and no quorum is said to be', async () => {
  await growing.grow(3);
  mission!.instead = () => ({ status: 503, body: '' });
  const { signersOf, of } = asking('both');
  await eventually(() => of('auditor')?.cosignedSize === 3);
  expect(signersOf(growing.log.newest()?.note)).toEqual(['auditor']);
  expect(growing.log.cosigned()).toBeUndefined();
});

it('what a slow one signs is kept beside a newer head, which it does not take the place of', async () => {
  await growing.grow(3);
  mission!.instead = () => {
    void growing.grow(2);
    return undefined;
  };
  const { signersOf } = asking('mission', { pace: { ...QUICK, everyMs: 1_000_000 } });
  await eventually(() => growing.log.cosigned()?.size === 3 && growing.log.newest()?.size === 5);
  expect(signersOf(growing.log.cosigned()?.note)).toContain('mission');
  expect(signersOf(growing.log.newest()?.note)).toEqual([]);
});

it('after a start it is known what they have signed before', async () => {
  await growing.grow(3);
  const first = asking('both');
  await eventually(() => growing.log.cosigned()?.size === 3);
  await first.end();
  mission!.instead = () => ({ status: 503, body: '' });
  const { of } = asking('both');
  await eventually(() => of('mission')?.failure !== null);
  expect(of('mission')).toMatchObject({ cosignedSize: 3, cosignedAt: '2027-01-15T08:00:00.000Z' });
});

it('whatever they answer, what is served is signed by the log, and by those alone who signed it', async () => {
  const answers: Readonly<Record<string, StandInWitness['instead']>> = {
    right: () => undefined,
    conflict: () => ({ status: 409, body: '1\n' }),
    other: (body) => ({ status: 200, body: auditor!.cosign(textIn(body)) }),
    wrong: (body) => ({ status: 200, body: wrong(mission!.cosign(textIn(body))) }),
    garbage: () => ({ status: 200, body: '— x y\n\n— ' }),
    fault: () => ({ status: 500, body: '' }),
  };
  const { policy, wake } = asking('mission');
  const verifiers = policy.witnesses.map(({ verifier }) => verifier);
  const kind = fc.constantFrom(...Object.keys(answers));
  await fc.assert(
    fc.asyncProperty(kind, kind, async (one, other) => {
      mission!.instead = answers[one];
      auditor!.instead = answers[other];
      const before = mission!.asked.length;
      await grown(1, wake);
      await eventually(() => mission!.asked.length > before);
      expect(openCheckpoint(growing.log.newest()!.note, log, verifiers).size).toBe(growing.log.size());
      const cosigned = growing.log.cosigned();
      if (cosigned !== undefined)
        expect(policy.isMetBy(openCheckpoint(cosigned.note, log, verifiers).signedBy)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
