/** A monitor that looks at logs which are honest, which rewrite, which forget, which answer now and then, and which are not the log at all. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { keyTexts, signerOf } from '@pledgeline/transparency';
import fc from 'fast-check';
import { auditedLog, KEYS, leavesOf, ORIGIN } from './testing/audited-log.ts';
import type { AuditedLog } from './testing/audited-log.ts';
import { runInProcess } from './testing/run-in-process.ts';

const others = keyTexts(ORIGIN, Buffer.alloc(32, 8));
const honest = leavesOf('event', 100);
/** The history whose first event is another one. */
const forked = [...leavesOf('other', 1), ...honest.slice(1)];

let log: AuditedLog;
let folder: string;

beforeEach(async () => {
  log = await auditedLog();
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-monitor-'));
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true, force: true });
});

const look = (key = KEYS.verifierKey, state = folder) =>
  runInProcess(['audit', 'monitor', log.url, '--key', key, '--state', state, '--once', '--json']);
const found = async (shown: readonly Buffer[], proving?: readonly Buffer[]) => {
  log.shown = shown;
  log.proving = proving;
  const { code, out } = await look();
  return code === 0 ? (JSON.parse(out) as { result: string }).result : code;
};
const kept = (): string[] =>
  readdirSync(folder).map((name) => name.replace(/-[0-9a-f]{12}\.checkpoint$/, ''));
const named = (size: number): string => String(size).padStart(16, '0');

it('keeps every head of a log that goes on', async () => {
  const results: unknown[] = [];
  for (const count of [0, 3, 3, 7, 57]) results.push(await found(honest.slice(0, count)));
  expect(results).toEqual(['first', 'grown', 'unchanged', 'grown', 'grown']);
  expect(kept()).toEqual([0, 3, 7, 57].map(named));
});

interface Contradiction {
  readonly name: string;
  readonly shown: readonly Buffer[];
  readonly proving?: readonly Buffer[];
}

/** After 5 events; what proves has all of what is shown, or more. */
const CONTRADICTIONS: readonly Contradiction[] = [
  { name: 'rewrites an event and goes on', shown: forked.slice(0, 10) },
  { name: 'rewrites an event', shown: forked.slice(0, 5) },
  { name: 'swaps two', shown: [honest[1]!, honest[0]!, ...honest.slice(2, 5)] },
  { name: 'shows fewer events that were rewritten', shown: forked.slice(0, 4), proving: honest },
];

describe.each(CONTRADICTIONS)('a log that $name', ({ shown, proving }) => {
  it('is found out, and both heads are evidence', async () => {
    await found(honest.slice(0, 5));
    Object.assign(log, { shown, proving });
    const { code, err } = await look();
    expect(code).toBe(5);
    expect(err).toMatch(/^pledgeline: .*(signed)/);
    expect(kept()).toEqual([named(5), `alarm-${named(shown.length)}`]);
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name), 'utf8')).toContain(`— ${ORIGIN} `);
  });

  it('stays found out, whatever it shows later, until the evidence is moved away', async () => {
    await found(honest.slice(0, 5));
    expect(await found(shown, proving)).toBe(5);
    expect(await found(shown, proving)).toBe(5);
    expect(await found(honest.slice(0, 8))).toBe(5);
    log.instead.set('checkpoint', { status: 503, body: '{"detail":"later"}' });
    const { code, err } = await look();
    expect(code).toBe(5);
    const alarm = readdirSync(folder).find((name) => name.startsWith('alarm-'))!;
    expect(err).toContain(`until you move that file out of the folder`);
    expect(err).toContain(join(folder, alarm));

    log.instead.clear();
    mkdirSync(join(folder, 'evidence'));
    renameSync(join(folder, alarm), join(folder, 'evidence', alarm));
    expect(await found(shown, proving)).toBe(5);
    rmSync(join(folder, alarm));
    expect(await found(honest.slice(0, 8))).toBe('grown');
  });

  it.each([
    ['goes on as before', honest.slice(0, 20)],
    ['shows it again', shown],
  ])('is not believed at the next look where the proof failed once and it %s', async (_name, next) => {
    await found(honest.slice(0, 5));
    // Nothing has to be proved of two trees of one size.
    const needsProof = shown.length !== 5;
    log.instead.set('consistency', { status: 502, body: '<html>Bad Gateway</html>' });
    expect(await found(shown, proving)).toBe(needsProof ? 3 : 5);
    log.instead.clear();
    expect(await found(next, next === shown ? proving : undefined)).toBe(5);
    expect(kept()).toContain(`alarm-${named(shown.length)}`);
  });
});

describe('accuses nobody', () => {
  it.each([
    [429, '{"code":"TOO_MANY_REQUESTS","detail":"later"}'],
    [503, '{"code":"STORE_UNAVAILABLE","detail":"later"}'],
    [502, '<html>Bad Gateway</html>'],
    [400, '{"code":"BEYOND_THE_TREE","detail":"later"}'],
    [404, '{"code":"NOT_FOUND","detail":"later"}'],
    [200, '<html>Sign in to this network</html>'],
    [200, '{"path":[1]}'],
  ])('of a %i for a proof, and asks again', async (status, body) => {
    await found(honest.slice(0, 5));
    log.instead.set('consistency', { status, body });
    expect(await found(honest.slice(0, 9))).toBe(3);
    expect(await found(honest.slice(0, 9))).toBe(3);
    expect(kept()).toEqual([named(5), `unverified-${named(9)}`]);
    log.instead.clear();
    expect(await found(honest.slice(0, 12))).toBe('grown');
    expect(kept()).toEqual([5, 9, 12].map(named));
  });

  it.each([429, 500, 503])('of a %i for a head: it cannot be reached', async (status) => {
    log.instead.set('checkpoint', { status, body: '{"detail":"later"}' });
    expect((await look()).code).toBe(3);
  });

  it('where the instance that answers is a moment behind', async () => {
    await found(honest.slice(0, 5));
    expect(await found(honest.slice(0, 4), honest.slice(0, 4))).toBe(3);
    expect(await found(honest.slice(0, 4), honest.slice(0, 6))).toBe('behind');
    expect(await found(honest.slice(0, 4), honest.slice(0, 4))).toBe('behind');
    expect(await found(honest.slice(0, 9), honest.slice(0, 6))).toBe(3);
    expect(await found(honest.slice(0, 9), honest.slice(0, 9))).toBe('grown');
  });

  it('of events that are gone, as long as it shows no others in their place', async () => {
    await found(honest.slice(0, 5));
    expect(await found(honest.slice(0, 4))).toBe(3);
    expect(await found([])).toBe(3);
    expect(await found([...honest.slice(0, 4), ...leavesOf('other', 3)])).toBe(5);
  });
});

it('goes on looking after a proof that failed, and ends with an alarm', async () => {
  await found(honest.slice(0, 5));
  log.instead.set('consistency', { status: 503, body: '{"detail":"later"}' });
  log.shown = forked.slice(0, 9);
  const key = KEYS.verifierKey;
  const ended = runInProcess(['audit', 'monitor', log.url, '--key', key, '--state', folder, '--every', '1']);
  await eventually(() => kept().includes(`unverified-${named(9)}`));
  log.instead.clear();
  const { code, err } = await ended;
  expect(code).toBe(5);
  expect(err).toContain('The signed head that proves it is');
});

it('never accuses instances of one history, and never takes up a head of another', async () => {
  const size = fc.nat({ max: 40 });
  const aLook = fc.record({ shown: size, proving: size, isForked: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(aLook, { maxLength: 8 }), async (looks) => {
      const state = mkdtempSync(join(folder, 'run-'));
      const sizes: number[] = [];
      let hasForked = false;
      for (const { shown, proving, isForked } of [{ shown: 1, proving: 1, isForked: false }, ...looks]) {
        const isOther = isForked && shown > 0;
        hasForked ||= isOther;
        log.shown = (isOther ? forked : honest).slice(0, shown);
        log.proving = honest.slice(0, proving);
        if (!isOther) sizes.push(shown);
        const { code } = await look(KEYS.verifierKey, state);
        expect(hasForked ? [3, 5] : [0, 3]).toContain(code);
      }
      const verified = readdirSync(state).filter((name) => /^\d/.test(name));
      for (const name of verified) expect(sizes).toContain(Number(name.slice(0, 16)));
      // Once an instance answers that has everything, nothing stays open.
      Object.assign(log, { shown: honest, proving: honest });
      expect((await look(KEYS.verifierKey, state)).code).toBe(hasForked ? 5 : 0);
    }),
    { numRuns: 40 },
  );
});

it('does not believe a head of another key, and keeps none of it', async () => {
  log.signingKey = others.signingKey;
  expect(await found(honest.slice(0, 2))).toBe(5);
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ['no key', 'nonsense', 2],
  ['the key in a file', 'FILE', 0],
])('takes %s', async (_, given, expected) => {
  const file = join(folder, 'log.vkey');
  writeFileSync(file, `${KEYS.verifierKey}\n`);
  expect((await look(given === 'FILE' ? file : given)).code).toBe(expected);
});

it('says that a log which does not answer cannot be reached', async () => {
  log.close();
  expect((await look()).code).toBe(3);
});

it('draws keys once, which verify each other, for their owner alone', async () => {
  const drawn = join(folder, 'keys');
  const draw = () => runInProcess(['audit', 'keys', drawn, '--origin', ORIGIN, '--json']);
  const first = await draw();
  expect(first.code).toBe(0);
  const { verifierKey } = JSON.parse(first.out) as { verifierKey: string };
  expect(readFileSync(join(drawn, 'signing.vkey'), 'utf8')).toBe(`${verifierKey}\n`);
  expect(signerOf(readFileSync(join(drawn, 'signing.key'), 'utf8').trim()).name).toBe(ORIGIN);
  expect((await draw()).code).toBe(4);
  expect((await runInProcess(['audit', 'keys', join(folder, 'no'), '--origin', 'a log'])).code).toBe(2);
});
