/** Who may wait for an answer, and who is told to come back: found.md C1 and C2. */
import fc from 'fast-check';
import { TooBusy } from '@pledgeline/event-sourcing';
import { PLACES, placesFor } from './places.ts';
import type { PlacesOfCost } from './places.ts';

const small: PlacesOfCost = {
  atOnce: 1,
  waiting: 4,
  keptForSignedIn: 2,
  perStranger: 2,
  perSubject: 3,
  retryAfter: 7,
};
const limits = {
  ...{ ROW: small, LIST: small, FIGURES: small, PAST: small },
  ...{ EXPORT: small, OPEN_EXPORT: small },
};

const never = new AbortController().signal;
const stranger = (account: string, about: string | null = null) => ({ account, about, hasSignedIn: false });
const subject = (account: string) => ({ account, about: null, hasSignedIn: true });

/** Enters, and tells what became of it. */
const open = () => {
  const places = placesFor(limits);
  return (asker: ReturnType<typeof stranger>, signal = never) => {
    const entry = { state: 'waiting', leave: (): void => undefined, error: undefined as unknown };
    places.enter('PAST', asker, signal).then(
      (leave) => Object.assign(entry, { state: 'computing', leave }),
      (error: unknown) => Object.assign(entry, { state: 'refused', error }),
    );
    return entry;
  };
};
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('one is computed, the others wait for their turn, first come first served', async () => {
  const enter = open();
  const entries = ['a', 'b', 'c'].map((account) => enter(stranger(account)));
  await settled();
  expect(entries.map(({ state }) => state)).toEqual(['computing', 'waiting', 'waiting']);
  entries[0]!.leave();
  await settled();
  expect(entries.map(({ state }) => state)).toEqual(['computing', 'computing', 'waiting']);
});

it('an address that has its share is refused at once, and others are not', async () => {
  const enter = open();
  const [first, second, third] = ['x', 'x', 'x'].map((account) => enter(stranger(account)));
  const other = enter(stranger('y'));
  await settled();
  expect([first, second, third, other].map((entry) => entry?.state)).toEqual([
    'computing',
    'waiting',
    'refused',
    'waiting',
  ]);
  expect(third?.error).toBeInstanceOf(TooBusy);
  expect(third?.error).toMatchObject({ retryAfterSeconds: 7 });
});

it('questions about the same thing take one place together, of another thing another', async () => {
  const enter = open();
  const page = Array.from({ length: 12 }, () => enter(stranger('x', 'as of 2016-06-17')));
  const other = [enter(stranger('x', 'as of 2017-01-01')), enter(stranger('x', 'as of 2018-01-01'))];
  await settled();
  expect(page.map(({ state }) => state).filter((state) => state === 'refused')).toEqual([]);
  expect(other.map(({ state }) => state)).toEqual(['waiting', 'refused']);
});

it('accounts take turns: who asks one question does not wait for all of who asks many', async () => {
  const enter = open();
  const many = ['s', 's', 's'].map((account) => enter(subject(account)));
  const one = enter(subject('t'));
  await settled();
  many[0]!.leave();
  await settled();
  expect([many[1]!.state, one.state]).toEqual(['waiting', 'computing']);
});

it('strangers of many addresses leave places for who has signed in', async () => {
  const enter = open();
  const strangers = Array.from({ length: 9 }, (_, n) => enter(stranger(`address ${n}`)));
  await settled();
  expect(strangers.filter(({ state }) => state === 'refused')).toHaveLength(6);
  const desk = enter(subject('desk'));
  const state = enter(subject('state'));
  const late = enter(subject('late'));
  await settled();
  expect([desk.state, state.state, late.state]).toEqual(['waiting', 'waiting', 'refused']);
});

it('who left gives its place back: while waiting, while computed, however often', async () => {
  const enter = open();
  for (let round = 0; round < 20; round += 1) {
    const gone = new AbortController();
    const first = enter(stranger('x'));
    const second = enter(stranger('x'), gone.signal);
    await settled();
    expect([first.state, second.state]).toEqual(['computing', 'waiting']);
    gone.abort(new Error('left'));
    first.leave();
    await settled();
    expect(second.error).toHaveProperty('message', 'left');
  }
});

it('whatever comes and goes, no limit is passed and nobody who waits is forgotten', async () => {
  const asker = fc.record({
    account: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    about: fc.constant(null),
    hasSignedIn: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(asker, fc.nat(9)), { maxLength: 40 }), async (steps) => {
      const enter = open();
      const entries: ReturnType<typeof enter>[] = [];
      for (const step of steps) {
        if (typeof step !== 'number') entries.push(enter(step));
        else {
          const computing = entries.filter(({ state }) => state === 'computing');
          const left = computing[step % Math.max(computing.length, 1)];
          if (left !== undefined) {
            left.state = 'left';
            left.leave();
          }
        }
        await settled();
        const count = (state: string): number => entries.filter((entry) => entry.state === state).length;
        expect(count('computing')).toBeLessThanOrEqual(1);
        expect(count('waiting')).toBeLessThanOrEqual(4);
        if (count('waiting') > 0) expect(count('computing')).toBe(1);
      }
    }),
    { numRuns: 60 },
  );
});

it('as it ships: one past at a time, and of those that wait half are kept for who has signed in', () => {
  expect(PLACES.PAST).toMatchObject({ atOnce: 1, waiting: 8, keptForSignedIn: 4 });
});
