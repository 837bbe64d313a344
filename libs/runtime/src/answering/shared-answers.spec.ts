/** One answer for all who ask the same, as old as it may be and no older: found.md C1 and C2. */
import { TooBusy } from '@pledgeline/event-sourcing';
import type { AskedQuestion } from '@pledgeline/event-sourcing';
import { placesFor } from './places.ts';
import { sharedAnswers } from './shared-answers.ts';
import type { ComputedAnswer } from './shared-answers.ts';

const figures: AskedQuestion = {
  name: 'getReport',
  input: { report: 'money' },
  reader: { role: 'PUBLIC', state: null },
  cost: 'FIGURES',
  about: null,
  version: '1',
  isExact: false,
};
const row: AskedQuestion = { ...figures, name: 'getPledge', input: { pledgeId: 'p' }, cost: 'ROW' };

interface Computing {
  readonly name: string;
  readonly person: string | undefined;
  readonly signal: AbortSignal;
  readonly answer: (text: string, bytes?: number, otherwiseFor?: readonly string[]) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** What is computed is answered by the test; the clock is the test's. */
const open = ({ keptBytes }: { readonly keptBytes?: number } = {}) => {
  const computing: Computing[] = [];
  let now = 0;
  const answers = sharedAnswers({
    compute: ({ name, person }, signal) =>
      new Promise<ComputedAnswer>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        const then = (end: () => void): Promise<void> => (end(), settled());
        computing.push({
          name,
          person,
          signal,
          answer: (text, bytes = 10, otherwiseFor = []) =>
            then(() => resolve(answerOf(text, bytes, otherwiseFor))),
          fail: (error) => then(() => reject(error)),
        });
      }),
    places: placesFor(),
    ...(keptBytes !== undefined && { keptBytes }),
    elapsed: () => now,
  });
  const ask = (asked: AskedQuestion, account = 'a', gone: AbortSignal = new AbortController().signal) => {
    const outcome: { answer?: string; ageMs?: number; error?: unknown } = {};
    answers.ask(asked, { account, hasSignedIn: true, gone }).then(
      ({ tag, ageMs }) => Object.assign(outcome, { answer: tag, ageMs }),
      (error: unknown) => Object.assign(outcome, { error }),
    );
    return outcome;
  };
  return { ask, computing, pass: (milliseconds: number) => (now += milliseconds) };
};

const answerOf = (tag: string, bytes: number, otherwiseFor: readonly string[] = []): ComputedAnswer => ({
  mediaType: 'application/json',
  body: new Uint8Array(bytes),
  gzip: null,
  tag,
  fileName: null,
  headers: {},
  otherwiseFor,
});
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('many who ask the same at the same time have it computed once', async () => {
  const { ask, computing } = open();
  const outcomes = Array.from({ length: 50 }, (_, n) => ask(figures, `account ${n}`));
  await settled();
  expect(computing).toHaveLength(1);
  await computing[0]!.answer('one');
  expect(outcomes.map(({ answer }) => answer)).toEqual(Array.from({ length: 50 }, () => 'one'));
});

it.each([
  ['another question', { name: 'getProgressReport' }],
  ['another input', { input: { report: 'women' } }],
  ['another reader', { reader: { role: 'DESK', state: null } }],
  ['another state', { reader: { role: 'MS', state: 'RWA' } }],
  ['a past of it', { cost: 'PAST' as const }],
])('%s is computed by itself', async (_, changes) => {
  const { ask, computing } = open();
  ask(figures);
  ask({ ...figures, ...changes });
  await settled();
  expect(computing).toHaveLength(2);
});

it('who is answered otherwise than others of his kind is answered by himself, and keeps his own answer', async () => {
  const { ask, computing } = open();
  const [one, other] = [ask(row, 'first'), ask(row, 'second')];
  await settled();
  await computing[0]!.answer('shared', 10, ['first']);
  await settled();
  expect([one.answer, other.answer]).toEqual([undefined, 'shared']);
  expect(computing.map(({ person }) => person)).toEqual([undefined, 'first']);
  await computing[1]!.answer('his own');
  expect(one.answer).toBe('his own');
  const again = [ask(row, 'first'), ask(row, 'third')];
  await settled();
  expect(again.map(({ answer }) => answer)).toEqual(['his own', 'shared']);
  expect(computing).toHaveLength(2);
});

it('the order in which parameters were written makes no difference', async () => {
  const { ask, computing } = open();
  ask({ ...figures, input: { report: 'money', by: 'state' } });
  ask({ ...figures, input: { by: 'state', report: 'money' } });
  await settled();
  expect(computing).toHaveLength(1);
});

describe('an answer that was kept', () => {
  it.each([
    ['of this version, however old', figures, 60_000, {}, true],
    ['of an older version, two seconds old', figures, 2000, { version: '2' }, true],
    ['of an older version, more than two seconds old', figures, 2001, { version: '2' }, false],
    ['of an older version, for who must see his own act', figures, 0, { version: '2', isExact: true }, false],
    ['of this version, for who must see his own act', figures, 5000, { isExact: true }, true],
    ['of an older version, of one pledge', row, 0, { version: '2' }, false],
    ['of this version, of one pledge', row, 60_000, {}, true],
  ])('%s', async (_, asked, age, changes, isGiven) => {
    const { ask, computing, pass } = open();
    ask(asked);
    await settled();
    await computing[0]!.answer('kept');
    pass(age);
    const outcome = ask({ ...asked, ...changes });
    await settled();
    expect(outcome).toEqual(isGiven ? { answer: 'kept', ageMs: age } : {});
    expect(computing).toHaveLength(isGiven ? 1 : 2);
  });

  it('gives way to newer ones, so that all of them together stay within their bytes', async () => {
    const { ask, computing } = open({ keptBytes: 10_000 });
    for (const report of ['one', 'two', 'three']) {
      ask({ ...figures, input: { report } });
      await settled();
      await computing.at(-1)!.answer(report, 4000);
    }
    expect(ask({ ...figures, input: { report: 'three' } })).toEqual({});
    await settled();
    expect(computing).toHaveLength(3);
    ask({ ...figures, input: { report: 'one' } });
    await settled();
    expect(computing).toHaveLength(4);
  });

  it.each([
    [2, 31, 2],
    [3, 31, 4],
  ])(
    'as it ships: %i of %i MiB each are within 64 MiB or push out the first',
    async (count, mebibytes, computed) => {
      const { ask, computing } = open();
      for (let n = 0; n < count; n += 1) {
        ask({ ...figures, input: { report: `n${n}` } });
        await settled();
        await computing.at(-1)!.answer('kept', mebibytes * 1024 * 1024);
      }
      ask({ ...figures, input: { report: 'n0' } });
      await settled();
      expect(computing).toHaveLength(computed);
    },
  );

  it('is none when it was of its own moment', async () => {
    const { ask, computing } = open();
    ask({ ...row, version: null });
    await settled();
    await computing[0]!.answer('first');
    ask({ ...row, version: null });
    await settled();
    expect(computing).toHaveLength(2);
  });
});

it('who must see more than the one under way will, waits for the next, which begins when that has ended', async () => {
  const { ask, computing } = open();
  const early = ask(figures);
  const exact = ask({ ...figures, version: '2', isExact: true });
  const alsoExact = ask({ ...figures, version: '2', isExact: true }, 'b');
  await settled();
  expect(computing).toHaveLength(1);
  await computing[0]!.answer('old');
  expect([early.answer, exact.answer]).toEqual(['old', undefined]);
  await settled();
  expect(computing).toHaveLength(2);
  await computing[1]!.answer('new');
  expect([exact.answer, alsoExact.answer]).toEqual(['new', 'new']);
});

it('is stopped when nobody waits any more, and begun anew for who asks then', async () => {
  const { ask, computing } = open();
  const [first, second] = [new AbortController(), new AbortController()];
  ask(figures, 'a', first.signal);
  ask(figures, 'b', second.signal);
  await settled();
  first.abort(new Error('hung up'));
  await settled();
  expect(computing[0]!.signal.aborted).toBe(false);
  second.abort(new Error('hung up'));
  await settled();
  expect(computing[0]!.signal.aborted).toBe(true);
  const outcome = ask(figures, 'c');
  await settled();
  expect(computing).toHaveLength(2);
  await computing[1]!.answer('anew');
  expect(outcome.answer).toBe('anew');
});

it('a failure is told to all who wait, and not kept', async () => {
  const { ask, computing } = open();
  const outcomes = [ask(figures), ask(figures, 'b')];
  await settled();
  await computing[0]!.fail(new Error('no such report'));
  expect(outcomes.map(({ error }) => (error as Error).message)).toEqual(['no such report', 'no such report']);
  ask(figures);
  await settled();
  expect(computing).toHaveLength(2);
});

it('so many requests wait on one account, and those of others go on', async () => {
  const { ask, computing } = open();
  const outcomes = Array.from({ length: 129 }, () => ask(figures));
  const other = ask(figures, 'b');
  await settled();
  expect(outcomes.filter(({ error }) => error instanceof TooBusy)).toHaveLength(1);
  await computing[0]!.answer('one');
  expect(other.answer).toBe('one');
});
